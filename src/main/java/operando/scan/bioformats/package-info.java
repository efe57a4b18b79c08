/**
 * Scans in any other format, through Bio-Formats where it is installed; its classes are looked up by name, since it is no
 * dependency of this program. Read {@link operando.scan.bioformats.BioFormatsFormat} first. Formats that are read here
 * without it do not belong here.
 */
package operando.scan.bioformats;
