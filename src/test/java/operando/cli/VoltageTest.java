package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of 12 × 10 pixels of 2 µm, 50 µm of electrolyte between them. */
class VoltageTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private Path top;
    private Path bottom;

    @BeforeEach
    void makeMaps() {
        top = map("top.tif", 12, 10, pixel -> pixel % 12 < 6 ? 255 : 0);
        bottom = map("bottom.tif", 12, 10, pixel -> 1);
    }

    private Path map(final String name, final int width, final int height, final IntToDoubleFunction value) {
        final Path file = folder.resolve(name);
        try (StackWriter writer = StackWriter.create(file, width, height, 1, PixelType.FLOAT32, VoxelSize.cubic(2))) {
            final float[] slice = new float[width * height];
            for (int pixel = 0; pixel < slice.length; pixel++) {
                slice[pixel] = (float) value.applyAsDouble(pixel);
            }
            writer.write(slice);
        }
        return file;
    }

    private int run(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("voltage", "--contact-top", top.toString(), "--contact-bottom", bottom.toString(), "--pixel-size", "2",
            "--thickness", "50", "--current", "1", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return Operando.run(arguments.toArray(new String[0]), new PrintWriter(out), new PrintWriter(out));
    }

    private void isRefused(final String complaint, final String... more) {
        assertEquals(2, run(more));
        assertTrue(out.toString().contains(complaint), out.toString());
        assertEquals(1, out.toString().strip().lines().count(), out.toString());
        assertFalse(Files.exists(folder.resolve("out")), "nothing half-written");
    }

    @Test
    void halfTheContactCostsKineticsAndConstriction() throws IOException {
        assertEquals(0, run(), out.toString());
        final List<String> lines = Files.readAllLines(folder.resolve("out/voltage_parts.csv"));
        final List<String> names = List.of(lines.get(0).split(","));
        final String[] lumped = lines.get(1).split(",", -1);
        final String[] resolved = lines.get(2).split(",", -1);
        // 2RT/F arcsinh(i / 2 i0) with i0 = 0.8 mA/cm2 at 298 K: 2 mA/cm2 at the top and 1 at the bottom
        final double thermal = 2 * 8.314462618 * 298 / 96485.33212;
        final double kinetics = thermal * (arcsinh(2 / 1.6) + arcsinh(1 / 1.6));
        assertEquals(kinetics, Double.parseDouble(lumped[names.indexOf("kinetics_V")]), 1e-5 * kinetics);
        assertTrue(Double.parseDouble(resolved[names.indexOf("constriction_V")]) > 0);
        for (final String name : List.of("current_top.tif", "current_bottom.tif", "current-maps.png", "current-maps.svg")) {
            assertTrue(Files.size(folder.resolve("out").resolve(name)) > 100, name);
        }
    }

    private static double arcsinh(final double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }

    @Test
    void aMapOfThicknessIsNoContactMap() {
        top = map("thickness.tif", 12, 10, pixel -> pixel * 0.5);
        isRefused("this is not a map of yes and no");
    }

    @Test
    void aMapWithHolesIsNoContactMap() {
        top = map("holes.tif", 12, 10, pixel -> pixel == 7 ? Double.NaN : 1);
        isRefused("pixel (7, 0) is NaN");
    }

    @Test
    void mapsOfTwoSizesAreRefused() {
        bottom = map("small.tif", 12, 9, pixel -> 1);
        isRefused("it has 12 x 9 pixels and top.tif has 12 x 10");
    }

    @Test
    void noContactAtAllIsSaid() {
        top = map("none.tif", 12, 10, pixel -> 0);
        isRefused("contact");
    }

    @Test
    void negativeThicknessOfTheInterphaseIsRefused() {
        final Path thin = map("thin.tif", 12, 10, pixel -> pixel == 3 ? -1 : 5);
        isRefused("interphase", "--interphase-top", thin.toString());
    }

    @Test
    void degreesCelsiusAreNoKelvin() {
        isRefused("25 °C are 298.15 K", "--temperature", "25");
    }

    @Test
    void aMapOfInterphaseMustExist() {
        isRefused("'interphase.tif' is neither a number nor a file", "--interphase-bottom", "interphase.tif");
    }
}
