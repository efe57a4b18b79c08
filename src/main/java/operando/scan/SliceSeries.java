package operando.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/**
 * A scan with one TIFF file a slice, as reconstruction programs write it ({@code recon_00000.tiff}, …). All files are
 * looked at when it is opened, so a missing, differently sized or truncated slice is found before work begins.
 */
final class SliceSeries implements Scan {

    private final Path place;
    private final String name;
    private final List<Path> files;
    private final TiffScan first;
    private final long bytes;

    private SliceSeries(final Path place, final String name, final List<Path> files) {
        this.place = place;
        this.name = name;
        this.files = files;
        first = TiffScan.open(files.get(0));
        boolean whole = false;
        try {
            bytes = checkedBytes();
            whole = true;
        } finally {
            if (!whole) {
                first.close();
            }
        }
    }

    /** The TIFF files of a folder; other files in it are left alone. */
    static Scan inFolder(final Path folder) {
        return of(folder, folder, "*.{tif,tiff,TIF,TIFF,Tif,Tiff}", "the folder holds no TIFF slices");
    }

    /** The files whose name matches the last part of {@code pattern}. */
    static Scan matching(final Path pattern) {
        final Path folder = pattern.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new InputException(pattern.toString(), "there is no folder " + folder, "check its name");
        }
        return of(pattern, folder, pattern.getFileName().toString(), "no file matches the pattern");
    }

    private static Scan of(final Path place, final Path folder, final String glob, final String none) {
        final List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(folder, glob)) {
            for (final Path match : matches) {
                // Names with a leading dot are not slices: unfinished files, and what macOS leaves beside its own.
                if (!match.getFileName().toString().startsWith(".") && Files.isRegularFile(match)) {
                    names.add(match.getFileName().toString());
                }
            }
        } catch (final IOException e) {
            throw ScanFile.unreadable(folder, e);
        } catch (final PatternSyntaxException e) {
            throw new InputException(place.toString(), "the pattern cannot be understood",
                "use * for any text and ? for one letter");
        }
        if (names.isEmpty()) {
            throw new InputException(place.toString(), none, "give the folder or pattern of the reconstructed slices");
        }
        names.sort(null);
        final List<Path> files = SliceNumbers.ordered(place.toString(), names).stream().map(folder::resolve).toList();
        if (files.size() == 1) {
            return ScanFile.open(files.get(0));
        }
        final SliceSeries series = new SliceSeries(place, ScanFile.nameOf(folder), files);
        return ScanFile.asRead(series, series.first.pages());
    }

    private long checkedBytes() {
        long sum = 0;
        for (final Path file : files) {
            try (TiffScan slice = TiffScan.open(file)) {
                if (slice.depth() != 1) {
                    throw new InputException(file.toString(), "it holds " + slice.depth()
                        + " slices among files of one slice each", "give one slice a file, or name one stack");
                }
                slice.pages().first().requireLike(first.pages().first(), "it", files.get(0).getFileName().toString());
                sum += slice.storedForm().bytes();
            }
        }
        return sum;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return first.width();
    }

    @Override
    public int height() {
        return first.height();
    }

    @Override
    public int depth() {
        return files.size();
    }

    @Override
    public PixelType pixelType() {
        return first.pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return first.voxelSize();
    }

    @Override
    public StoredForm storedForm() {
        final StoredForm slice = first.storedForm();
        return new StoredForm(files.size() + " " + slice.format() + " files in " + place, slice.samples(),
            slice.byteOrder(), slice.compression(), bytes);
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        readRows(z, 0, height(), pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        try (TiffScan slice = TiffScan.open(files.get(Objects.checkIndex(z, files.size())))) {
            slice.pages().first().requireLike(first.pages().first(), "it", files.get(0).getFileName().toString());
            slice.readRows(0, y, rows, pixels);
        }
    }

    @Override
    public void close() {
        first.close();
    }
}
