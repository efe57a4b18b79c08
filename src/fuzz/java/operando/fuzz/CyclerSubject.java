package operando.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

import operando.cycler.CyclerFile;
import operando.cycler.CyclingRecord;

/** Files of potentiostats; what is read has times that rise and numbers that are finite. */
final class CyclerSubject implements Subject {

    private final String name;

    private final List<byte[]> seeds;

    CyclerSubject(final String name, final List<byte[]> seeds) {
        this.name = name;
        this.seeds = seeds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        final byte[] seed = seeds.get(random.nextInt(seeds.size()));
        return Files.write(folder.resolve("cycling"), name.equals("mpr") ? Mutation.ofBytes(seed, random) : Mutation.ofText(seed, random));
    }

    @Override
    public void read(final Path input) {
        final CyclingRecord record = CyclerFile.read(input, OptionalDouble.of(0.5));
        record.halfCycles();
        final double[] charge = record.chargeMAhPerCm2();
        for (int i = 0; i < record.size(); i++) {
            if (!Double.isFinite(record.timeH(i) + record.voltageV(i) + record.currentDensityMAPerCm2(i)) || i > 0 && !(record.timeH(i) > record.timeH(i - 1))) {
                throw new IllegalStateException("reading " + i + " of " + record.size() + " is no reading; charge " + charge[i]);
            }
        }
    }
}
