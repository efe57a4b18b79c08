/**
 * The figures of the report. It has more than twenty classes because each figure is one. A new figure goes here and is listed once in
 * {@link operando.report.Report}. Read {@link operando.report.figure.VolumesFigure} first. HTML does not belong here.
 */
package operando.report.figure;
