package operando.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import operando.scan.tiff.TiffSeeds;

/** Folders with a file a slice: some damaged, missing, of another size, or no slice at all. */
final class SlicesSubject implements Subject {

    private static final String[] NAMES = {"slice_%04d.tif", "%d.tiff", "a%db%d.TIF", "recon.tif", "s %d.tif", "%04d", ".%d.tif"};

    @Override
    public String name() {
        return "slices";
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        final Path slices = Files.createDirectories(folder.resolve("slices"));
        final String name = NAMES[random.nextInt(NAMES.length)];
        final long look = random.nextLong();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            final byte[] slice = TiffSeeds.any(new Random(random.nextInt(6) == 0 ? random.nextLong() : look), 1);
            final String file = (random.nextInt(8) == 0 ? NAMES[random.nextInt(NAMES.length)] : name).replace("%04d", "000" + i).replace("%d", "" + i);
            Files.write(slices.resolve(file), random.nextInt(4) == 0 ? Mutation.ofBytes(slice, random) : slice);
        }
        if (random.nextInt(8) == 0) {
            Files.createDirectories(slices.resolve("9.tif"));
        }
        return slices;
    }

    @Override
    public void read(final Path input) {
        TiffSubject.readSome(input);
    }
}
