/**
 * TIFF and BigTIFF stacks as microscopes, beamlines and ImageJ write them: reading every dialect that has been met, and
 * writing stacks that ImageJ opens with their voxel size. It uses {@code scan}, {@code cell} and {@code engine}; another file
 * format gets a package of its own beside this one. Read {@link operando.scan.tiff.TiffFormat} first.
 */
package operando.scan.tiff;
