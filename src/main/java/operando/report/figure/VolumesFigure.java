package operando.report.figure;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;

/** How the volumes of lithium, interphase and voids change at each side (Lewis et al., Fig. 2b). */
public record VolumesFigure(Results results) implements Figure {

    private static final double MM3_PER_UM3 = 1e-9;

    @Override
    public String id() {
        return "volumes";
    }

    @Override
    public String title() {
        return "Volume changes";
    }

    @Override
    public String caption() {
        return "Change of the volumes since the first scan at the top (left) and the bottom (right). Lithium, without its voids, and interphase by voxel count; voids by "
            + VoidVolume.of(results.series()).words() + ".";
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
        double low = 0;
        double high = 0;
        for (final Side side : Side.values()) {
            for (final Quantity phase : List.of(Quantity.LITHIUM_VOLUME, Quantity.INTERPHASE_VOLUME, voids())) {
                for (final double value : change(side, phase)) {
                    low = Double.isFinite(value) ? Math.min(low, value) : low;
                    high = Double.isFinite(value) ? Math.max(high, value) : high;
                }
            }
        }
        final double room = Math.max(0.12 * (high - low), 1e-12);
        for (final Side side : Side.values()) {
            final LinePlot plot = TimePlot.of(results, "volume change at " + side.key() + " / " + unit()).zeroLine();
            final double[] times = results.series().timesH();
            plot.series(0, "lithium", times, change(side, Quantity.LITHIUM_VOLUME), Palette.INK, LinePlot.Look.CIRCLES)
                .series(0, "interphase", times, change(side, Quantity.INTERPHASE_VOLUME), Palette.PURPLE, LinePlot.Look.SQUARES)
                .series(0, "voids", times, change(side, voids()), Palette.RED, LinePlot.Look.TRIANGLES)
                .range(0, low - room, high + 1.3 * room);
            plot.draw(graphics, side == Side.TOP ? 0 : width() / 2, 0, width() / 2, height());
        }
    }

    private Quantity voids() {
        return VoidVolume.of(results.series()).quantity();
    }

    private double[] change(final Side side, final Quantity phase) {
        final double scale = large() ? MM3_PER_UM3 : 1e-3;
        return Arrays.stream(TimePlot.change(raw(side, phase))).map(value -> value * scale).toArray();
    }

    private double[] raw(final Side side, final Quantity phase) {
        return results.series().values(phase.at(side));
    }

    // Small samples in 10³ µm³, whole cells in mm³.
    private boolean large() {
        return Arrays.stream(raw(Side.TOP, Quantity.LITHIUM_VOLUME)).filter(Double::isFinite).max().orElse(0) > 1e7;
    }

    private String unit() {
        return large() ? "mm³" : "10³ µm³";
    }
}
