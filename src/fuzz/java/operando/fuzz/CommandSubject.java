package operando.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import operando.cell.InputException;
import operando.cli.Operando;
import operando.scan.tiff.TiffSeeds;

/** Contact maps, damaged or of any pixels, through the command that resolves the current between them. */
final class CommandSubject implements Subject {

    private static final int INPUT_AT_FAULT = 2;

    @Override
    public String name() {
        return "contact-maps";
    }

    @Override
    public Path make(final Random random, final Path folder) throws IOException {
        final long look = random.nextLong();
        for (final String side : List.of("top.tif", "bottom.tif")) {
            final byte[] map = TiffSeeds.any(new Random(look), random.nextInt(20) == 0 ? 2 : 1);
            Files.write(folder.resolve(side), random.nextInt(3) == 0 ? Mutation.ofBytes(map, random) : map);
        }
        Files.writeString(folder.resolve("current.txt"), new String[] {"1", "-1", "0", "1e-30", "1e30", "NaN"}[random.nextInt(6)]);
        return folder;
    }

    @Override
    public void read(final Path input) throws IOException {
        final StringWriter errors = new StringWriter();
        final String[] arguments = {"voltage", "--contact-top", input.resolve("top.tif").toString(), "--contact-bottom", input.resolve("bottom.tif").toString(),
            "--pixel-size", "1.7", "--thickness", "40", "--current", Files.readString(input.resolve("current.txt")), "--no-refinement", "--threads", "1",
            "--out", input.resolve("out").toString()};
        final int code = Operando.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(errors, true));
        // Progress goes to the same stream: lines such as "30 %  Solving".
        final String message = errors.toString().lines().filter(line -> !line.matches("\\d+ %.*")).collect(Collectors.joining("\n"));
        if (code == INPUT_AT_FAULT) {
            if (message.lines().count() != 1) {
                throw new IllegalStateException("not one line: " + message);
            }
            throw new InputException("operando voltage", message, "see above");
        }
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + errors);
        }
    }
}
