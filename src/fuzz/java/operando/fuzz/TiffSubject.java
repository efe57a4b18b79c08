package operando.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.TiffSeeds;

/** Stacks in one file. */
final class TiffSubject implements Subject {

    private static final int MOST_SLICES_READ = 20;

    private static final int MOST_VOXELS_READ = 1 << 22;

    @Override
    public String name() {
        return "tiff";
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        return Files.write(folder.resolve("stack.tif"), Mutation.ofBytes(TiffSeeds.any(random, 1 + random.nextInt(4)), random));
    }

    @Override
    public void read(final Path input) {
        readSome(input);
    }

    static void readSome(final Path input) {
        try (Scan scan = ScanFile.open(input)) {
            scan.voxelSize();
            scan.storageInfo();
            // A few packed bytes may honestly hold a large slice; memory for one is the user's to give.
            if ((long) scan.width() * scan.height() <= MOST_VOXELS_READ) {
                final Object slice = scan.newSlice();
                for (int z = 0; z < Math.min(scan.depth(), MOST_SLICES_READ); z++) {
                    scan.readSlice(z, slice);
                }
            }
        }
    }
}
