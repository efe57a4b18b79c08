package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplaceTest {

    private static final int SIDE = 64;

    @TempDir
    static Path folder;

    private record Outcome(int code, String out, String err) { }

    private static Outcome operando(final Object... arguments) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int code = Operando.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static Path write(final String name, final int depth, final double edge, final int shift, final boolean constant) {
        final Path file = folder.resolve(name);
        try (StackWriter writer = StackWriter.create(file, SIDE, SIDE, depth, PixelType.FLOAT32, VoxelSize.cubic(edge))) {
            for (int z = 0; z < depth; z++) {
                final float[] slice = new float[SIDE * SIDE];
                for (int i = 0; i < slice.length && !constant; i++) {
                    slice[i] = grey(i % SIDE - 2, i / SIDE, z - shift);
                }
                writer.write(slice);
            }
        }
        return file;
    }

    /** Grains about four voxels wide: random numbers on a coarse lattice, blended smoothly. */
    private static float grey(final double x, final double y, final double z) {
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            double weight = 1;
            long seed = 17;
            for (int axis = 0; axis < 3; axis++) {
                final double at = (axis == 0 ? x : axis == 1 ? y : z) / 4 + 100;
                final int up = corner >> axis & 1;
                final double rest = at - Math.floor(at);
                final double blend = rest * rest * (3 - 2 * rest);
                weight *= up == 1 ? blend : 1 - blend;
                seed = seed * 1_000_003 + (long) Math.floor(at) + up;
            }
            sum += weight * new Random(seed * 0x9E3779B97F4A7C15L).nextDouble();
        }
        return (float) (200 * sum);
    }

    @BeforeAll
    static void makeScans() {
        write("first.tif", SIDE, 2, 0, false);
        write("second.tif", SIDE, 2, 3, false);
    }

    @Test
    void aShiftOfThreeSlicesIsSixMicrometresEverywhere() throws IOException {
        final Path out = folder.resolve("out");
        final Outcome outcome = operando("displace", folder.resolve("first.tif"), folder.resolve("second.tif"), "--subvolume", 21, "--spacing", 10, "--out", out);
        assertEquals(0, outcome.code, outcome.err);
        final List<String> rows = Files.readAllLines(out.resolve("displacement.csv"));
        assertTrue(rows.get(0).startsWith("x_um,y_um,z_um,ux_um,uy_um,uz_um,correlation,"), rows.get(0));
        int converged = 0;
        for (final String row : rows.subList(1, rows.size())) {
            if (row.contains(",converged,")) {
                converged++;
                final String[] fields = row.split(",");
                assertEquals(0, Double.parseDouble(fields[3]), 0.02);
                assertEquals(6, Double.parseDouble(fields[5]), 0.02);
            }
        }
        // The lowest of five layers leaves the scan, and some points at the rim turn out of it on the way.
        assertTrue(converged > 70, outcome.out);
        try (Scan map = ScanFile.open(out.resolve("uz.tif"))) {
            assertEquals(20, map.voxelSize().orElseThrow().zUm(), 1e-6);
        }
        final String vtk = new String(Files.readAllBytes(out.resolve("displacement.vtk")), StandardCharsets.ISO_8859_1);
        assertTrue(vtk.startsWith("# vtk DataFile Version 3.0\n") && vtk.contains("BINARY\nDATASET STRUCTURED_POINTS\n") && vtk.contains("VECTORS displacement_um float\n"));
        for (final String name : List.of("displacement.png", "displacement.svg", "radial_profile.csv", "radial_profile.png", "radial_profile.svg", "length.tif")) {
            assertTrue(Files.size(out.resolve(name)) > 100, name);
        }
    }

    @Test
    void whatCannotBeFollowedIsOneLine() {
        write("short.tif", SIDE - 4, 2, 0, false);
        write("fine.tif", SIDE, 1, 0, false);
        write("black.tif", SIDE, 2, 0, true);
        refused("64 x 64 x 60", "first.tif", "short.tif");
        refused("1.0 x 1.0 x 1.0", "first.tif", "fine.tif");
        refused("one grey value", "black.tif", "first.tif");
        refused("does not fit", "first.tif", "second.tif", "--subvolume", "65");
        refused("mask", "first.tif", "second.tif", "--mask", folder.resolve("black.tif"));
    }

    private static void refused(final String words, final String reference, final String deformed, final Object... more) {
        final Path out = folder.resolve("refused");
        final Outcome outcome = operando(Stream.concat(Stream.of("displace", folder.resolve(reference), folder.resolve(deformed), "--out", out), Stream.of(more)).toArray());
        assertEquals(2, outcome.code, outcome.err);
        assertTrue(outcome.err.lines().reduce((a, b) -> b).orElse("").contains(words), outcome.err);
        assertFalse(Files.exists(out));
    }
}
