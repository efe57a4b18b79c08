/**
 * One reconstructed stack and how it is read and written: TIFF in its dialects, folders of slices, voxel sizes, slices
 * as a stream, blocks of grey values. It uses {@code cell} and {@code engine}. A new file format goes here as one more
 * {@link operando.scan.Scan}; read that interface first.
 */
package operando.scan;
