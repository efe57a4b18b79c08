package operando.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Feeds hostile inputs to every reader in turn for some minutes, prints a table of what became of them, and keeps each
 * input that was neither read nor refused in one line, with what it did. Ends with 1 if there was one.
 *
 * <pre>
 * java -Xmx1g -cp "target/test-classes:target/classes:target/lib/*" operando.fuzz.Campaign MINUTES [SEED [SUBJECT]]
 * </pre>
 */
public final class Campaign {

    private static final int MOST_FAULTS_KEPT = 200;

    private static final long TURN_NANOS = 500_000_000;

    /** Apart from one another, so that campaigns of neighbouring seeds have no input in common. */
    private static final long STRIDE = 1_000_003;

    private final Path folder;

    private final Path faults;

    private final Trial trial = new Trial();

    private final Map<String, Map<Trial.Kind, Long>> counts = new LinkedHashMap<>();

    private final Set<String> known = new HashSet<>();

    private long slowestNanos;

    private String slowest = "";

    private Campaign(final Path folder, final Path faults) {
        this.folder = folder;
        this.faults = faults;
    }

    public static void main(final String[] arguments) throws IOException {
        final double minutes = Double.parseDouble(arguments.length > 0 ? arguments[0] : "2");
        final long seed = Long.parseLong(arguments.length > 1 ? arguments[1] : "20261121");
        final Path folder = Files.createTempDirectory("fuzz");
        final Campaign campaign = new Campaign(folder, Path.of("target", "fuzz"));
        final List<Subject> subjects = subjects(folder).stream()
            .filter(subject -> arguments.length < 3 || subject.name().equals(arguments[2])).toList();
        campaign.run(subjects, seed, (long) (minutes * 60e9));
        delete(folder);
        System.exit(campaign.print(seed) ? 0 : 1);
    }

    private static List<Subject> subjects(final Path folder) throws IOException {
        final Path seeds = Files.createDirectories(folder.resolve("seeds"));
        final List<Subject> subjects = new ArrayList<>();
        subjects.add(new TiffSubject());
        subjects.add(new SlicesSubject());
        subjects.add(new ArffSubject());
        subjects.add(new ModelSubject(seeds));
        subjects.add(new CyclerSubject("mpr", CyclerSeeds.binary()));
        subjects.add(new CyclerSubject("cycler-text", CyclerSeeds.text()));
        subjects.add(TextSubject.experiment());
        subjects.add(TextSubject.impedance());
        subjects.add(TextSubject.layers());
        subjects.add(TextSubject.potential());
        subjects.add(TextSubject.truth(seeds));
        subjects.add(TextSubject.quality());
        subjects.add(new CommandSubject());
        subjects.add(new SweepSubject());
        subjects.add(new ResumeSubject(seeds));
        return subjects;
    }

    // Each subject gets the same time in turn, so that fast readers get many inputs and whole runs a few.
    private void run(final List<Subject> subjects, final long seed, final long nanos) throws IOException {
        final long end = System.nanoTime() + nanos;
        final long[] inputs = new long[subjects.size()];
        while (System.nanoTime() < end) {
            for (int i = 0; i < inputs.length; i++) {
                final long turn = Math.min(end, System.nanoTime() + TURN_NANOS);
                do {
                    tryOne(subjects.get(i), seed + STRIDE * inputs[i]++);
                } while (System.nanoTime() < turn);
            }
        }
    }

    private void tryOne(final Subject subject, final long seed) throws IOException {
        final Path place = Files.createDirectories(folder.resolve("input" + seed));
        final Path input = subject.make(new Random(seed), place);
        final long before = System.nanoTime();
        final Trial.Outcome outcome = trial.of(subject, input);
        final long took = System.nanoTime() - before;
        if (took > slowestNanos) {
            slowestNanos = took;
            slowest = subject.name() + " " + seed;
        }
        counts.computeIfAbsent(subject.name(), any -> new EnumMap<>(Trial.Kind.class)).merge(outcome.kind(), 1L, Long::sum);
        if (outcome.kind() == Trial.Kind.FAULT) {
            keep(subject, seed, place, outcome.fault());
        }
        delete(place);
    }

    // One fault is found many times over: kept once for each place in the code that it comes from.
    private void keep(final Subject subject, final long seed, final Path place, final String fault) throws IOException {
        final String site = subject.name() + fault.lines().filter(line -> !line.contains("java.")).limit(3).toList();
        if (!known.add(site.replaceAll("[0-9]+", "")) || known.size() > MOST_FAULTS_KEPT) {
            return;
        }
        System.out.println("FAULT " + subject.name() + " seed " + seed + ": " + fault.lines().limit(6).toList());
        final Path kept = Files.createDirectories(faults.resolve(subject.name() + "-" + seed));
        Files.writeString(kept.resolve("fault.txt"), fault + "\n");
        try (Stream<Path> files = Files.walk(place)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final Path copy = kept.resolve(place.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }

    private static void delete(final Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException | UncheckedIOException e) {
            // A reader that hangs may still write there; the folder is a temporary one.
        }
    }

    private boolean print(final long seed) {
        System.out.printf(Locale.ROOT, "| subject | inputs | read | refused | faults |%n|---|---|---|---|---|%n");
        long inputs = 0;
        long faulty = 0;
        for (final Map.Entry<String, Map<Trial.Kind, Long>> subject : counts.entrySet()) {
            final long read = subject.getValue().getOrDefault(Trial.Kind.RESULT, 0L);
            final long refused = subject.getValue().getOrDefault(Trial.Kind.REFUSAL, 0L);
            final long fault = subject.getValue().getOrDefault(Trial.Kind.FAULT, 0L);
            System.out.printf(Locale.ROOT, "| %s | %d | %d | %d | %d |%n", subject.getKey(), read + refused + fault, read, refused, fault);
            inputs += read + refused + fault;
            faulty += fault;
        }
        System.out.printf(Locale.ROOT, "%d inputs from seed %d, %d faults at %d places, slowest %.2f s (%s)%n", inputs, seed, faulty, known.size(),
            slowestNanos / 1e9, slowest);
        return faulty == 0;
    }
}
