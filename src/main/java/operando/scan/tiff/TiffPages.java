package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.scan.StorageInfo;

/** The slices of one TIFF file, all of one size and type, and what its description says of them. */
final class TiffPages {

    private static final int REDUCED_OR_MASK = 0b101;
    /** What ImageJ can show as one picture; a file with more is rather a stack. */
    private static final int MOST_CHANNELS = 7;

    private final List<TiffPage> pages;
    private final StackDescription description;
    private final Optional<VoxelSize> voxelSize;
    private final int stored;
    private final StackOrder order;

    private TiffPages(final List<TiffPage> pages, final StackDescription description, final int stored, final StackOrder order) throws IOException {
        this.pages = pages;
        this.description = description;
        this.stored = stored;
        this.order = order;
        voxelSize = StatedVoxelSize.of(pages.get(0).directory(), description);
    }

    /** @throws InputException if the file has no slices, or several sizes, types, channels or times of them */
    static TiffPages in(final TiffInput input) throws IOException {
        final TiffPages all = all(input);
        if (all.series().isPresent()) {
            throw new InputException(input.file(), "it holds " + all.description.frames() + " time points of " + all.description.slices() + " slices",
                "name one of them, the first as " + Path.of(input.file()).getFileName() + "#t1, or let operando init list them");
        }
        return all;
    }

    /**
     * The slices of one stack of a file that holds several.
     *
     * @param point counted from 1
     */
    static TiffPages at(final TiffInput input, final int point) throws IOException {
        final TiffPages all = all(input);
        final int points = all.series().orElse(1);
        if (point < 1 || point > points) {
            throw new InputException(input.file(), "it has no time point " + point, points == 1 ? "it is one stack: name it without #t" + point : "give one from 1 to " + points);
        }
        return points == 1 ? all : new TiffPages(all.pages, all.description, all.stored, StackOrder.of(all.description, point));
    }

    /** How many stacks there are, if more than one. */
    Optional<Integer> series() throws IOException {
        if (description.frames() <= 1 || description.slices() <= 1) {
            return Optional.empty();
        }
        if (description.frames() > stored || description.frames() * description.slices() != stored) {
            throw first().directory().input().damaged("it says that it holds " + description.frames() + " time points of " + description.slices() + " slices and has "
                + stored + " slices");
        }
        return Optional.of((int) description.frames());
    }

    /** All slices of the file, whatever stacks they belong to. */
    static TiffPages all(final TiffInput input) throws IOException {
        final List<TiffDirectory> directories = TiffDirectory.all(input);
        final List<TiffPage> pages = new ArrayList<>(directories.size());
        for (final TiffDirectory directory : directories) {
            final boolean side = (directory.number(TiffDirectory.SUBFILE_TYPE, 0) & REDUCED_OR_MASK) != 0;
            if (side && !pages.isEmpty()) {
                continue;
            }
            final TiffPage page = TiffPage.of(directory);
            if (!pages.isEmpty()) {
                page.requireLike(pages.get(0), "slice " + (pages.size() + 1), "slice 1");
            }
            pages.add(page);
        }
        final StackDescription description = StackDescription.of(directories.get(0).text(TiffDirectory.DESCRIPTION));
        refuseChannels(input, description);
        final int stored = countOf(pages, description);
        return new TiffPages(pages, description, stored, new StackOrder(0, stored, 1));
    }

    private static void refuseChannels(final TiffInput input, final StackDescription description) {
        if (description.channels() > MOST_CHANNELS && description.slices() == 1 && description.frames() == 1) {
            throw new InputException(input.file(), "it calls its " + description.channels() + " images channels, as tifffile does with a stack whose axes it is not told",
                "write it with metadata={'axes': 'ZYX'}, or in ImageJ set Image > Properties to 1 channel and " + description.channels()
                    + " slices and save it");
        }
        if (description.channels() > 1) {
            throw new InputException(input.file(), "it holds " + description.channels() + " channels and a scan has one",
                "save one channel as a stack of its own (in ImageJ: Image > Duplicate)");
        }
    }

    // Stacks of more than 4 GB that ImageJ wrote have one directory, and the other slices follow the first one.
    private static int countOf(final List<TiffPage> pages, final StackDescription description) {
        final TiffPage first = pages.get(0);
        if (pages.size() > 1 || description.images() == 1) {
            return pages.size();
        }
        final TiffInput input = first.directory().input();
        if (first.contiguous() < 0) {
            throw input.damaged("it says that it holds " + description.images() + " slices and has only one");
        }
        if (description.images() > Integer.MAX_VALUE
            || description.images() > (input.size() - first.contiguous()) / first.sliceBytes()) {
            throw input.truncated();
        }
        return (int) description.images();
    }

    int count() {
        return order.count();
    }

    public TiffPage first() {
        return pages.get(0);
    }

    TiffPage page(final int z) {
        final int at = order.first() + Objects.checkIndex(z, order.count()) * order.step();
        if (stored == pages.size()) {
            return pages.get(at);
        }
        return first().at(first().contiguous() + at * first().sliceBytes());
    }

    public StackDescription description() {
        return description;
    }

    /** What the file states of the voxel size. */
    Optional<VoxelSize> voxelSize() {
        return voxelSize;
    }

    /** How the file stores its first slice. */
    StorageInfo storageInfo() {
        final TiffPage page = first();
        final String packing = page.predictor() == TiffPredictor.NONE ? "" : " with predictor";
        final TiffInput input = page.directory().input();
        return new StorageInfo(input.isBig() ? "BigTIFF" : "TIFF", page.samples().displayName(),
            page.order() == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian",
            page.compression().displayName() + packing, input.size());
    }
}
