package operando.scan.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
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
    private final int count;

    private TiffPages(final List<TiffPage> pages, final StackDescription description) throws IOException {
        this.pages = pages;
        this.description = description;
        voxelSize = StatedVoxelSize.of(pages.get(0).directory(), description);
        count = countOf(pages, description);
    }

    /** @throws InputException if the file has no slices, or several sizes, types, channels or times of them */
    static TiffPages in(final TiffInput input) throws IOException {
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
        refuseSeveralStacks(input, description);
        return new TiffPages(pages, description);
    }

    private static void refuseSeveralStacks(final TiffInput input, final StackDescription description) {
        if (description.channels() > MOST_CHANNELS && description.slices() == 1 && description.frames() == 1) {
            throw new InputException(input.file(), "it calls its " + description.channels() + " images channels, as tifffile does with a stack whose axes it is not told",
                "write it with metadata={'axes': 'ZYX'}, or in ImageJ set Image > Properties to 1 channel and " + description.channels()
                    + " slices and save it");
        }
        if (description.channels() > 1) {
            throw new InputException(input.file(), "it holds " + description.channels() + " channels and a scan has one",
                "save one channel as a stack of its own (in ImageJ: Image > Duplicate)");
        }
        if (description.frames() > 1 && description.slices() > 1) {
            throw new InputException(input.file(), "it holds " + description.frames() + " time points of "
                + description.slices() + " slices", "save each time point as a stack of its own, as New Experiment... in Fiji does");
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
        return count;
    }

    public TiffPage first() {
        return pages.get(0);
    }

    TiffPage page(final int z) {
        if (count == pages.size()) {
            return pages.get(z);
        }
        return first().at(first().contiguous() + Objects.checkIndex(z, count) * first().sliceBytes());
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
