package operando.scan.tiff;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.engine.CancelledException;
import operando.engine.InputFile;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.ScanSource;
import operando.scan.StorageInfo;

/**
 * A scan with one TIFF file a slice, as reconstruction programs write it ({@code recon_00000.tiff}, …). All files are
 * looked at when it is opened, so a missing, differently sized or truncated slice is found before work begins.
 */
final class SliceSeries implements Scan {

    private final Path place;
    private final String name;
    private final List<Path> files;
    private final List<TiffPages> slices = new ArrayList<>();
    private final TiffPixels pixels = new TiffPixels();

    private SliceSeries(final Path place, final String name, final List<Path> files) {
        this.place = place;
        this.name = name;
        this.files = files;
        for (final Path file : files) {
            slices.add(checked(file));
        }
    }

    /** The TIFF files of a folder; other files in it are left alone. */
    public static Scan inFolder(final Path folder) {
        return of(folder, folder, "*.{tif,tiff,TIF,TIFF,Tif,Tiff}", "the folder holds no TIFF slices");
    }

    /** The files whose name matches the last part of {@code pattern}. */
    public static Scan matching(final Path pattern) {
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
        final SliceSeries series = new SliceSeries(place, nameOf(place, folder), files);
        return TiffFormat.asRead(series, series.pages());
    }

    // A folder can hold the slices of several scans, which are told apart by what their patterns spell out.
    private static String nameOf(final Path place, final Path folder) {
        final String folderName = ScanFile.nameOf(folder);
        if (place == folder) {
            return folderName;
        }
        final String spelt = place.getFileName().toString().replaceFirst("(?i)\\.tiff?$", "")
            .replaceAll("[*?\\[\\]{}]+", "").replaceFirst("[-_. ]+$", "");
        return spelt.isEmpty() ? folderName : spelt;
    }

    private TiffPages checked(final Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return checked(file, channel);
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        }
    }

    private TiffPages checked(final Path file, final FileChannel channel) throws IOException {
        final TiffPages slice = TiffPages.in(new TiffInput(channel, file.toString()));
        if (slice.count() != 1) {
            throw new InputException(file.toString(), "it holds " + slice.count()
                + " slices among files of one slice each", "give one slice a file, or name one stack");
        }
        if (!slices.isEmpty()) {
            slice.first().requireLike(pages().first(), "it", files.get(0).getFileName().toString());
        }
        return slice;
    }

    private TiffPages pages() {
        return slices.get(0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return pages().first().width();
    }

    @Override
    public int height() {
        return pages().first().height();
    }

    @Override
    public int depth() {
        return files.size();
    }

    @Override
    public PixelType pixelType() {
        return pages().first().samples().pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return pages().voxelSize();
    }

    @Override
    public StorageInfo storageInfo() {
        final StorageInfo slice = pages().storageInfo();
        final long bytes = slices.stream().mapToLong(pages -> pages.storageInfo().bytes()).sum();
        return new StorageInfo(files.size() + " " + slice.format() + " files in " + place, slice.samples(),
            slice.byteOrder(), slice.compression(), bytes);
    }

    @Override
    public ScanSource source() {
        final String where = place.toString();
        final String called = name;
        final String[] stored = files.stream().map(file -> file.toAbsolutePath().toString()).toArray(String[]::new);
        return () -> new SliceSeries(Path.of(where), called, Stream.of(stored).map(Path::of).toList());
    }

    @Override
    public void readSlice(final int z, final Object slice) {
        readRows(z, 0, height(), slice);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object to) {
        Objects.checkFromIndexSize(y, rows, height());
        final Path file = files.get(z);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final TiffPage known = slices.get(z).first();
            // Where strips and tiles are is in the file's header, which is not kept.
            final TiffPage slice = known.contiguous() >= 0 ? known : checked(file, channel).first();
            pixels.read(channel, slice, y, rows, to);
        } catch (final ClosedByInterruptException e) {
            throw new CancelledException();
        } catch (final IOException e) {
            throw new InputException(file.toString(), "slice " + (z + 1) + " of " + depth() + " cannot be read: "
                + (e instanceof NoSuchFileException ? "the file is gone" : InputFile.reason(e)), "copy or export it again");
        }
    }

    @Override
    public void close() {
        pixels.close();
    }
}
