package operando.report.figure;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.Palette;
import operando.results.Results;
import operando.series.TimeSeries;
import operando.voltage.VoltageResult;

/** The contact with which the model would meet the measured voltage, beside the contact that was measured (Lewis et al., Fig. S12). */
public record ImpliedContactFigure(Results results, VoltageResult voltage) implements Figure {

    /** Contact below it is no contact of anything. */
    private static final int LEAST_DECADE = -60;

    @Override
    public String id() {
        return "implied-contact";
    }

    @Override
    public String title() {
        return "Contact that would meet the measured voltage";
    }

    @Override
    public String caption() {
        return "Contact fraction of the stripped side with which the lumped model would give the measured voltage (line), on a logarithmic scale, beside the contact"
            + " that was measured. There is no line where even full contact needs more voltage than was measured, and at rest. Where it lies far below what was"
            + " measured, kinetics with less contact is not what raises the voltage.";
    }

    /** Whether any contact is implied. */
    public static boolean applies(final VoltageResult voltage) {
        return Arrays.stream(voltage.impliedContact()).anyMatch(fraction -> fraction > 0);
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
        final double[] implied = Arrays.stream(voltage.impliedContact()).map(fraction -> fraction >= Math.pow(10, LEAST_DECADE) ? fraction : Double.NaN).toArray();
        final double least = DoubleStream.concat(Arrays.stream(implied), Stream.of(Side.values()).flatMapToDouble(side -> Arrays.stream(results.series().values(measured(side)))))
            .filter(fraction -> fraction > 0).min().orElse(1);
        final LinePlot plot = TimePlot.of(results, "contact fraction").decades((int) Math.min(-1, Math.floor(Math.log10(least))), 0)
            .series(0, "implied at the stripped side", Arrays.copyOf(voltage.timesH(), implied.length), implied, Palette.MEASURED_VOLTAGE, LinePlot.Look.LINE);
        for (final Side side : Side.values()) {
            final Quantity measured = measured(side);
            plot.series(0, measured.term() + ", " + side.key(), results.series().timesH(), results.series().values(measured), Palette.of(side),
                side == Side.TOP ? LinePlot.Look.CIRCLES : LinePlot.Look.SQUARES);
        }
        plot.draw(graphics, 0, 0, width(), height());
    }

    /** The sub-voxel contact, if every scan with a contact has it. */
    private Quantity measured(final Side side) {
        final TimeSeries series = results.series();
        return IntStream.range(0, series.size()).allMatch(row -> series.get(row, Quantity.CONTACT_FRACTION_SUBVOXEL.at(side)).isPresent()
            || !series.get(row, Quantity.CONTACT_FRACTION.at(side)).isPresent()) ? Quantity.CONTACT_FRACTION_SUBVOXEL.at(side) : Quantity.CONTACT_FRACTION.at(side);
    }
}
