/**
 * One reconstructed stack and how it is read and written: TIFF in its dialects, folders of slices, voxel sizes, slices
 * as a stream, blocks of grey values. It uses {@code cell} and {@code engine}. It has
 * more than twenty classes because each way to look at a scan (turned, cropped, calibrated, checked) is one. A new file format
 * goes into a package of its own here, as one more {@link operando.scan.Scan}; read that interface first.
 */
package operando.scan;
