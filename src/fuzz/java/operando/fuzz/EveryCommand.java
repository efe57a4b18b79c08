package operando.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import operando.cli.Operando;

/**
 * Gives each file of a folder, whatever it is, to every command that takes a file, in place of each of its arguments, with a good
 * phantom for the others. Prints what became of it, a line each, and ends with 1 if a command took more than ten seconds of processor time, ended with a
 * stack trace, or refused in other than one line. What was done with exit code 0 is for the reader to judge.
 *
 * <pre>
 * java -Xmx1g -cp "target/test-classes:target/classes:target/lib/*" operando.fuzz.EveryCommand FOLDER
 * </pre>
 */
public final class EveryCommand {

    private static final int LIMIT_SECONDS = 10;
    private static final int GIVEN_UP_SECONDS = 120;

    private final Path place;
    private final Path good;
    private final Path labels;
    private final Path model;
    private ExecutorService executor = Executors.newSingleThreadExecutor(EveryCommand::thread);
    private int tried;
    private int faults;

    private EveryCommand(final Path place) throws IOException {
        this.place = place;
        good = place.resolve("phantom/scans/t00.tif");
        labels = place.resolve("labels.tif");
        model = place.resolve("good.model");
        prepare("phantom", "--out", place.resolve("phantom"), "--size", 64, "--scans", 3);
        prepare("segment", good, "--out", labels);
        prepare("train", good, labels, "--out", model, "--classes", "phases", "--trees", 5, "--most-per-class", 200);
    }

    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final EveryCommand commands = new EveryCommand(Files.createTempDirectory("every-command"));
        final List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (final Path file : files) {
            commands.tryAll(file);
        }
        System.out.printf(Locale.ROOT, "%d files, %d commands, %d faults%n", files.size(), commands.tried, commands.faults);
        System.exit(commands.faults == 0 ? 0 : 1);
    }

    private void prepare(final Object... arguments) {
        final StringWriter errors = new StringWriter();
        if (Operando.run(texts(arguments), new PrintWriter(new StringWriter()), new PrintWriter(errors, true)) != 0) {
            throw new IllegalStateException(Arrays.toString(arguments) + ": " + errors);
        }
    }

    /** By what the command does, its arguments. */
    private Map<String, Object[]> commands(final Path file) throws IOException {
        final Path out = place.resolve("out" + tried);
        final Path tif = place.resolve("out" + tried + ".tif");
        final Path asScan = experiment("scan", "scans:\n  - {file: " + good + ", time_h: 0}\n  - {file: " + file + ", time_h: 1}\n");
        final Path asCycler = experiment("cycler", "scans:\n  - {file: " + good + ", time_h: 0}\ncycler: {file: " + file + ", area_cm2: 0.5}\n");
        final Path asModel = experiment("model", "scans:\n  - {file: " + good + ", time_h: 0}\nsegmentation: {method: classifier, model: " + file + "}\n");
        final Map<String, Object[]> commands = new LinkedHashMap<>();
        commands.put("info", new Object[] {"info", file});
        commands.put("segment", new Object[] {"segment", file, "--out", tif, "--voxel-size", 1.7});
        commands.put("segment by clusters", new Object[] {"segment", file, "--out", tif, "--method", "cluster"});
        commands.put("segment by a good model", new Object[] {"segment", file, "--out", tif, "--method", "classifier", "--model", model});
        commands.put("segment with it as model", new Object[] {"segment", good, "--out", tif, "--method", "classifier", "--model", file});
        commands.put("run", new Object[] {"run", file, "--out", out});
        commands.put("run with it as scan", new Object[] {"run", asScan, "--out", out});
        commands.put("run with it as cycler's file", new Object[] {"run", asCycler, "--out", out});
        commands.put("run with it as model", new Object[] {"run", asModel, "--out", out});
        commands.put("displace", new Object[] {"displace", file, file, "--out", out, "--voxel-size", 1.7, "--spacing", 40});
        commands.put("displace with it as mask", new Object[] {"displace", good, good, "--mask", file, "--out", out, "--spacing", 40});
        commands.put("segment with it as rows", new Object[] {"segment", "--data", file, "--out", place.resolve("rows.csv"), "--model", model});
        commands.put("train", new Object[] {"train", file, file, "--out", place.resolve("out.model"), "--trees", 5});
        commands.put("train with it as labels", new Object[] {"train", good, file, "--out", place.resolve("out.model"), "--trees", 5});
        commands.put("train with it as data", new Object[] {"train", "--data", file, "--out", place.resolve("out.model"), "--trees", 5});
        commands.put("interfaces", new Object[] {"interfaces", file});
        commands.put("potential", new Object[] {"potential", file, "--out", out});
        commands.put("impedance", new Object[] {"impedance", file, "--out", out});
        commands.put("breathing", new Object[] {"breathing", file, "--out", out});
        commands.put("breathing from a contact map", new Object[] {"breathing", "simulate", "--contact-map", file, "--pixel-size", 1.7, "--cells", 8, "--cycles", 1, "--out", out});
        commands.put("voltage", new Object[] {"voltage", "--contact-top", file, "--contact-bottom", file, "--pixel-size", 1.7, "--thickness", 40,
            "--current", 1, "--out", out});
        commands.put("simulation", new Object[] {"simulation", file, "--out", out});
        commands.put("atoms", new Object[] {"atoms", file, "--out", out, "--species", "Li,S,P,Cl"});
        commands.put("atoms spectra", new Object[] {"atoms", "spectra", file, "--out", place.resolve("out" + tried + ".csv"), "--species", "Li,S,P,Cl"});
        commands.put("macro", new Object[] {"macro", file});
        commands.put("report", new Object[] {"report", file});
        return commands;
    }

    private Path experiment(final String name, final String content) throws IOException {
        return Files.writeString(place.resolve(name + ".yml"), "voxel_size_um: 1.7\n" + content);
    }

    private void tryAll(final Path file) throws IOException, InterruptedException {
        for (final String name : commands(file).keySet()) {
            final StringWriter out = new StringWriter();
            final StringWriter errors = new StringWriter();
            final String[] arguments = texts(commands(file).get(name));
            tried++;
            final long begin = cpuNanos();
            final String outcome = run(() -> Operando.run(arguments, new PrintWriter(out, true), new PrintWriter(errors, true)));
            final double seconds = (cpuNanos() - begin) / 1e9;
            final String said = errors.toString().lines().filter(line -> !line.matches("\\d+ %.*")).collect(Collectors.joining("\n"));
            final List<String> wrong = new ArrayList<>();
            if (seconds > LIMIT_SECONDS) {
                wrong.add("took long");
            }
            if (!outcome.matches("[023]")) {
                wrong.add(outcome);
            }
            if (said.contains("\n\tat ") || outcome.equals("2") && said.lines().count() != 1) {
                wrong.add("no clear line");
            }
            faults += wrong.isEmpty() ? 0 : 1;
            System.out.printf(Locale.ROOT, "%s%s | %s | %s | %.1f s | %s%n", wrong.isEmpty() ? "" : "FAULT " + wrong + " ", file.getFileName(), name, outcome, seconds,
                (outcome.equals("0") ? "[" + said + "] " + out : said).replaceAll("\\s*\\R\\s*", " / "));
        }
    }

    // Of processor time, so that a busy machine makes no faults.
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private String run(final Callable<Integer> command) throws InterruptedException {
        final var running = executor.submit(command);
        try {
            return String.valueOf(running.get(GIVEN_UP_SECONDS, TimeUnit.SECONDS));
        } catch (final TimeoutException e) {
            // The thread that hangs is left behind.
            executor = Executors.newSingleThreadExecutor(EveryCommand::thread);
            return "no end";
        } catch (final ExecutionException e) {
            return e.getCause().toString();
        }
    }

    private static Thread thread(final Runnable task) {
        final Thread thread = new Thread(task, "command");
        thread.setDaemon(true);
        return thread;
    }

    private static String[] texts(final Object... arguments) {
        return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    }
}
