package operando.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills runs of an experiment (SIGKILL) at random moments, every other one while a file that was chosen beforehand is being written,
 * resumes them, of which every third is killed again, and compares the results with those of an undisturbed run. After each kill no
 * file may have its final name that is not whole, and after the last resumption the folder has the same files, byte by byte, but for times.csv.
 * Ends with 1 if one differed, and keeps that folder. LINE is of the experiment file, such as "filters: denoise".
 *
 * <pre>
 * java -cp "target/test-classes:target/classes:target/lib/*" operando.fuzz.Kills [KILLS [SEED [WIDTH [LINE]]]]
 * </pre>
 */
public final class Kills {

    private static final double KILLED_AGAIN = 1 / 3.0;
    private static final int LONGEST_IN_WRITING_MS = 30;
    private static final long LIMIT_SECONDS = 300;
    /** Changes while a run is at work, or from run to run. */
    private static final List<String> MOVING = List.of("times.csv", "finished/manifest.txt", "finished/lock");

    private final Path folder;
    private final Random random;
    private final Map<String, byte[]> undisturbed;
    private final List<String> written;
    private final double runSeconds;
    private final Map<String, Integer> caught = new TreeMap<>();
    private int faults;

    private Kills(final Path folder, final long seed, final int width, final String line) throws IOException {
        this.folder = folder;
        random = new Random(seed);
        require(start("phantom", "--out", folder.resolve("series"), "--size", width, "--scans", 3));
        final Path experiment = folder.resolve("series/experiment.yml");
        Files.writeString(experiment, Files.readString(experiment) + line + "\n");
        final Path out = folder.resolve("undisturbed");
        final long begin = System.nanoTime();
        require(run(out, false));
        runSeconds = (System.nanoTime() - begin) / 1e9;
        undisturbed = content(out);
        written = undisturbed.keySet().stream().filter(name -> !name.equals("finished/lock")).toList();
    }

    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final int kills = Integer.parseInt(arguments.length > 0 ? arguments[0] : "100");
        final long seed = Long.parseLong(arguments.length > 1 ? arguments[1] : "20261121");
        final int width = Integer.parseInt(arguments.length > 2 ? arguments[2] : "64");
        final Path folder = Files.createTempDirectory("kills");
        final Kills campaign = new Kills(folder, seed, width, arguments.length > 3 ? arguments[3] : "displacement: {enabled: true, spacing_um: 40}");
        final boolean good = campaign.run(kills);
        if (good) {
            delete(folder);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(final int kills) throws IOException, InterruptedException {
        int killed = 0;
        int folders = 0;
        int over = 0;
        while (killed < kills) {
            final Path out = folder.resolve("results" + folders++);
            boolean resume = false;
            do {
                final boolean inTime = kill(run(out, resume), out, killed % 2 == 1);
                killed += inTime ? 1 : 0;
                over += inTime ? 0 : 1;
                require("after kill " + killed, out, halfWritten(out));
                resume = true;
            } while (killed < kills && random.nextDouble() < KILLED_AGAIN);
            final Process resumed = run(out, true);
            require("resumed after kill " + killed, out, exitCode(resumed) == 0 ? differences(out) : List.of("it ends with " + resumed.exitValue()));
            if (faults == 0) {
                delete(out);
            }
        }
        System.out.printf(Locale.ROOT, "%d kills in %d results folders of %d files, %d faults; %d runs were over before they were killed%n", killed, folders,
            undisturbed.size(), faults, over);
        System.out.println("killed while being written: " + caught);
        return faults == 0;
    }

    /** Whether the run was still at work when it was killed. */
    private boolean kill(final Process run, final Path out, final boolean inWriting) throws InterruptedException {
        if (inWriting) {
            final String name = written.get(random.nextInt(written.size()));
            while (run.isAlive() && !isBeingWritten(out.resolve(name))) {
                Thread.onSpinWait();
            }
            Thread.sleep(random.nextInt(LONGEST_IN_WRITING_MS));
        } else {
            run.waitFor((long) (1000 * runSeconds * random.nextDouble()), TimeUnit.MILLISECONDS);
        }
        final boolean alive = run.isAlive();
        run.destroyForcibly().waitFor();
        if (alive) {
            unfinished(out).forEach(name -> caught.merge(name.replaceFirst("/?[^/]*$", "").isEmpty() ? "tables" : name.replaceFirst("/[^/]*$", ""), 1, Integer::sum));
        }
        return alive;
    }

    private static boolean isBeingWritten(final Path file) {
        final String[] names = file.getParent().toFile().list();
        return names != null && Arrays.stream(names).anyMatch(name -> name.startsWith("." + file.getFileName() + "."));
    }

    private static List<String> unfinished(final Path out) {
        return names(out).stream().filter(name -> name.endsWith(".unfinished")).toList();
    }

    private List<String> halfWritten(final Path out) throws IOException {
        final List<String> wrong = new ArrayList<>();
        for (final Map.Entry<String, byte[]> file : content(out).entrySet()) {
            final boolean counts = !MOVING.contains(file.getKey()) && !file.getKey().endsWith(".unfinished");
            if (counts && !Arrays.equals(file.getValue(), undisturbed.get(file.getKey()))) {
                wrong.add(file.getKey() + " is not whole");
            }
        }
        return wrong;
    }

    private List<String> differences(final Path out) throws IOException {
        final Map<String, byte[]> now = content(out);
        final TreeSet<String> names = new TreeSet<>(undisturbed.keySet());
        names.addAll(now.keySet());
        return names.stream().filter(name -> !name.equals("times.csv") && !Arrays.equals(undisturbed.get(name), now.get(name)))
            .map(name -> name + (now.containsKey(name) ? undisturbed.containsKey(name) ? " differs" : " is left over" : " is missing")).toList();
    }

    private void require(final String when, final Path out, final List<String> wrong) {
        if (!wrong.isEmpty()) {
            faults++;
            System.out.println("FAULT " + when + " in " + out + ": " + wrong);
        }
    }

    private static Map<String, byte[]> content(final Path out) throws IOException {
        final Map<String, byte[]> content = new TreeMap<>();
        for (final String name : names(out)) {
            content.put(name, Files.readAllBytes(out.resolve(name)));
        }
        return content;
    }

    private static List<String> names(final Path out) {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).map(file -> out.relativize(file).toString().replace('\\', '/')).sorted().collect(Collectors.toList());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run(final Path out, final boolean resume) throws IOException {
        final Path experiment = folder.resolve("series/experiment.yml");
        return resume ? start("run", experiment, "--out", out, "--threads", 1, "--resume") : start("run", experiment, "--out", out, "--threads", 1);
    }

    private Process start(final Object... arguments) throws IOException {
        final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), "operando.cli.Operando"));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile())).start();
    }

    private void require(final Process process) throws IOException {
        if (exitCode(process) != 0) {
            throw new IOException("it ends with " + process.exitValue() + ": " + Files.readString(folder.resolve("log.txt")));
        }
    }

    private static int exitCode(final Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
