/**
 * ImgLib2 at the door: a scan as a {@link net.imglib2.RandomAccessibleInterval}, and any such image as a scan. It uses {@code scan} and
 * {@code cell}; behind this door everything works on primitive arrays, so no other room knows ImgLib2. Another type of voxel goes into both
 * directions, {@link operando.scan.imglib2.ScanAsImage} and {@link operando.scan.imglib2.ImageAsScan}; a file format does not belong here.
 */
package operando.scan.imglib2;
