package operando.scan;

/**
 * How a scan is stored, in words for the user.
 *
 * @param format      the file format, for example {@code BigTIFF}
 * @param samples     the type of the stored grey values
 * @param byteOrder   {@code little-endian} or {@code big-endian}
 * @param compression the compression, or {@code none}
 * @param bytes       the size on disk
 */
public record StorageInfo(String format, String samples, String byteOrder, String compression, long bytes) {
}
