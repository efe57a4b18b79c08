package operando.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.report.plot.Figure;
import operando.report.plot.FigureFiles;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.voltage.CellState;
import operando.voltage.InterphaseConductivityFit;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;
import operando.voltage.resolved.ContactGeometry;
import operando.voltage.resolved.ResolvedConductivityFit;
import operando.voltage.resolved.ResolvedModel;
import operando.voltage.resolved.ResolvedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cell whose voltage is made with the current resolved, on pixels split in 2 × 2: patches of contact, nine a side, that shrink at the top in the first half cycle and at
 * the bottom in the second, while the interphases grow. What a fit on the first half cycle makes of the second, with contact as one area and with the current resolved.
 * With {@code -Doperando.draw=true} it draws docs/images/lumped-bias.png.
 */
class LumpedBiasTest {

    private static final int EDGE = 48;
    private static final double PIXEL_UM = 4;
    private static final int SCANS = 12;
    private static final double TRUTH = 0.03;
    private static final LumpedParameters CELL = LumpedParameters.defaults();

    @TempDir
    private Path folder;

    /** Nine discs whose area is a part of the field. */
    private static boolean[] discs(final double part) {
        final double radius = EDGE / 3.0 * Math.sqrt(part / Math.PI);
        final boolean[] map = new boolean[EDGE * EDGE];
        for (int pixel = 0; pixel < map.length; pixel++) {
            final double x = (pixel % EDGE + 0.5) % (EDGE / 3.0) - EDGE / 6.0;
            final double y = (pixel / EDGE + 0.5) % (EDGE / 3.0) - EDGE / 6.0;
            map[pixel] = Math.hypot(x, y) < radius;
        }
        return map;
    }

    private static double current(final int scan) {
        return scan < SCANS / 2 ? 1 : -1;
    }

    private static double timeH(final int scan) {
        return 0.5 + 9.0 * scan / (SCANS - 1);
    }

    private static ContactGeometry geometry(final int scan) {
        final double first = Math.min(1, scan / (SCANS / 2 - 1.0));
        final double second = Math.max(0, (scan - SCANS / 2) / (SCANS / 2 - 1.0));
        return ContactGeometry.even(EDGE, EDGE, PIXEL_UM, discs(0.6 - 0.35 * first), discs(0.5 - 0.42 * second), 400, 4 + 0.5 * timeH(scan), 4 + 0.9 * timeH(scan));
    }

    private static double resolvedV(final ContactGeometry geometry, final double conductivity, final int scan, final Cores cores) {
        return new ResolvedModel(CELL.withInterphaseConductivity(conductivity), geometry, ResolvedSettings.defaults(), cores).solve(current(scan), Progress.SILENT).totalV();
    }

    @Test
    void constrictionIsTakenForInterphaseWhereContactIsOneArea() {
        try (Cores cores = new Cores(2)) {
            final double[] measured = IntStream.range(0, SCANS).mapToDouble(scan -> resolvedV(geometry(scan).refined(), TRUTH, scan, cores)).toArray();
            final List<CellState> states = new ArrayList<>();
            for (int scan = 0; scan < SCANS / 2; scan++) {
                states.add(geometry(scan).lumped(current(scan)));
            }
            final double lumped = InterphaseConductivityFit.of(states, Arrays.copyOf(measured, SCANS / 2), CELL).conductivityMSPerCm();
            final int[] chosen = {0, 2, SCANS / 2 - 1};
            final double resolved = ResolvedConductivityFit.of(conductivity -> Arrays.stream(chosen).mapToDouble(scan -> resolvedV(geometry(scan), conductivity, scan, cores)).toArray(),
                Arrays.stream(chosen).mapToDouble(scan -> measured[scan]).toArray(), lumped).conductivityMSPerCm();
            final double[] byLumped = IntStream.range(0, SCANS).mapToDouble(scan -> new LumpedModel(CELL.withInterphaseConductivity(lumped)).voltage(geometry(scan).lumped(current(scan))).totalV())
                .toArray();
            final double[] byResolved = IntStream.range(0, SCANS).mapToDouble(scan -> resolvedV(geometry(scan), resolved, scan, cores)).toArray();
            if (Boolean.getBoolean("operando.draw")) {
                draw(measured, byLumped, byResolved);
            }
            assertTrue(lumped < 0.8 * TRUTH, "with contact as one area " + lumped);
            assertEquals(TRUTH, resolved, 0.05 * TRUTH);
            assertTrue(Math.abs(byLumped[SCANS - 1] - measured[SCANS - 1]) > 5 * Math.abs(byResolved[SCANS - 1] - measured[SCANS - 1]));
        }
    }

    private void draw(final double[] measured, final double[] byLumped, final double[] byResolved) {
        try {
            FigureFiles.write(new Drawn(measured, byLumped, byResolved), folder);
            Files.copy(folder.resolve("lumped-bias.png"), Path.of("docs/images/lumped-bias.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (final java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Drawn(double[] measured, double[] byLumped, double[] byResolved) implements Figure {

        @Override
        public String id() {
            return "lumped-bias";
        }

        @Override
        public String title() {
            return "Constriction taken for interphase";
        }

        @Override
        public String caption() {
            return title();
        }

        @Override
        public int width() {
            return 860;
        }

        @Override
        public int height() {
            return 420;
        }

        @Override
        public void draw(final Graphics2D graphics) {
            final double[] times = IntStream.range(0, SCANS).mapToDouble(LumpedBiasTest::timeH).toArray();
            new LinePlot("time / h", "voltage without its sign / V").span(0, 5, "fitted", true).span(5, 10, "predicted", false)
                .series(0, "made with the current resolved", times, positive(measured), Palette.PALE_BLUE, LinePlot.Look.THICK)
                .series(0, "contact as one area", times, positive(byLumped), Palette.ORANGE, LinePlot.Look.DASHED)
                .series(0, "current resolved", times, positive(byResolved), new Color(0x222222), LinePlot.Look.THIN).draw(graphics, 0, 0, width(), height());
        }

        private static double[] positive(final double[] volts) {
            return Arrays.stream(volts).map(Math::abs).toArray();
        }
    }
}
