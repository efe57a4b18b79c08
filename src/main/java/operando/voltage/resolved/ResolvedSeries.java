package operando.voltage.resolved;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.series.InterfaceMaps;
import operando.series.TimeSeries;
import operando.voltage.LumpedParameters;

/**
 * The resolved model over a series: the contact maps of each scan with the current of that moment, the electrolyte's thickness
 * and the mean thickness of the interphases.
 *
 * <p>A pixel is in contact or not, by the published rule; constriction on square pixels is somewhat too large (docs/voltage.md),
 * and contact finer than pixels is not in it. A conductivity of the interphase that was fitted with contact as one area holds
 * the constriction of the time of the fit; {@link #fit} finds the one without it.
 */
public final class ResolvedSeries {

    /** Whose voltages a conductivity is fitted to: the first, the last and one between tell as much as all. */
    private static final int MOST_SCANS = 3;

    private final LumpedParameters parameters;
    private final Cores cores;

    public ResolvedSeries(final LumpedParameters parameters, final Cores cores) {
        this.parameters = parameters;
        this.cores = cores;
    }

    /**
     * The model with the conductivity of the interphase with which it meets the voltage measured at some scans best.
     *
     * @param rows of scans, those of which count that say enough
     * @param maps of each row's scan
     * @throws InputException if none does, or no conductivity fits
     */
    public ResolvedConductivityFit fit(final TimeSeries series, final List<Integer> rows, final IntFunction<InterfaceMaps> maps, final Progress progress) {
        final List<Integer> known = rows.stream().filter(row -> lacking(series, row, maps.apply(row)).isEmpty() && series.get(row, Quantity.VOLTAGE_MEASURED).isPresent()).toList();
        if (known.isEmpty()) {
            throw new InputException("interphase conductivity", "no scan of the first half cycle has contact, thicknesses, current and voltage", "give interphase_conductivity_mS_cm");
        }
        final int[] chosen = IntStream.range(0, Math.min(MOST_SCANS, known.size()))
            .map(i -> known.get(known.size() <= MOST_SCANS ? i : i * (known.size() - 1) / (MOST_SCANS - 1))).toArray();
        final double[] measured = Arrays.stream(chosen).mapToDouble(row -> series.value(row, Quantity.VOLTAGE_MEASURED)).toArray();
        final int[] solved = new int[1];
        return ResolvedConductivityFit.of(conductivity -> Arrays.stream(chosen).mapToDouble(row -> {
            // Four tries are usual.
            progress.report(Math.min(0.99, solved[0]++ / (4.0 * chosen.length)), "interphase conductivity with the current resolved");
            return new ResolvedModel(parameters.withInterphaseConductivity(conductivity), geometry(series, row, maps.apply(row)), ResolvedSettings.defaults(), cores)
                .solve(series.value(row, Quantity.CURRENT_DENSITY), Progress.SILENT).totalV();
        }).toArray(), measured, parameters.interphaseConductivityMSPerCm());
    }

    /**
     * Enters the resolved voltage, the constriction resistance and how unevenly current flows in the row of a scan.
     *
     * @param maps of the scan
     * @return empty where the scan does not say enough; the reason then stands in the series
     */
    public Optional<ResolvedVoltage> enter(final TimeSeries series, final int row, final InterfaceMaps maps, final Progress progress) {
        final Optional<String> lacking = lacking(series, row, maps);
        if (lacking.isPresent()) {
            final Measured none = Measured.missing(lacking.get());
            enter(series, row, none, none, none, none, none, none);
            return Optional.empty();
        }
        final double current = series.value(row, Quantity.CURRENT_DENSITY);
        final ResolvedVoltage resolved = new ResolvedModel(parameters, geometry(series, row, maps), ResolvedSettings.defaults(), cores).solve(current, progress);
        enter(series, row, Measured.of(resolved.totalV()), Measured.of(resolved.constrictionOhmCm2(current)), Measured.of(resolved.top().peakOverMean()),
            Measured.of(resolved.bottom().peakOverMean()), Measured.of(resolved.top().densestShare()), Measured.of(resolved.bottom().densestShare()));
        return Optional.of(resolved);
    }

    private static void enter(final TimeSeries series, final int row, final Measured voltage, final Measured constriction, final Measured peakTop,
        final Measured peakBottom, final Measured shareTop, final Measured shareBottom) {
        series.set(row, Quantity.VOLTAGE_RESOLVED, voltage);
        series.set(row, Quantity.CONSTRICTION, constriction);
        series.set(row, Quantity.CURRENT_PEAK.at(Side.TOP), peakTop);
        series.set(row, Quantity.CURRENT_PEAK.at(Side.BOTTOM), peakBottom);
        series.set(row, Quantity.CURRENT_DENSEST_SHARE.at(Side.TOP), shareTop);
        series.set(row, Quantity.CURRENT_DENSEST_SHARE.at(Side.BOTTOM), shareBottom);
    }

    private static Optional<String> lacking(final TimeSeries series, final int row, final InterfaceMaps maps) {
        for (final Side side : Side.values()) {
            for (final Quantity needed : new Quantity[] {Quantity.CONTACT_FRACTION.at(side), Quantity.INTERPHASE_THICKNESS.at(side), Quantity.ELECTROLYTE_THICKNESS}) {
                if (!series.get(row, needed).isPresent()) {
                    return Optional.of("the " + needed.label() + " is not known in this scan");
                }
            }
            if (!isAnySet(contact(maps, side))) {
                return Optional.of("no pixel is in contact at the " + side.key() + ", so that no finite voltage drives a current");
            }
        }
        final double current = series.value(row, Quantity.CURRENT_DENSITY);
        return Double.isNaN(current) || current == 0 ? Optional.of("no current flows at the time of this scan, or none is known") : Optional.empty();
    }

    private static boolean isAnySet(final boolean[] pixels) {
        for (final boolean pixel : pixels) {
            if (pixel) {
                return true;
            }
        }
        return false;
    }

    private static ContactGeometry geometry(final TimeSeries series, final int row, final InterfaceMaps maps) {
        final boolean[] cell = new boolean[maps.width() * maps.height()];
        for (final Side side : Side.values()) {
            for (int pixel = 0; pixel < cell.length; pixel++) {
                cell[pixel] |= maps.contact(side)[pixel] != 0 || maps.voidThickness(side)[pixel] > 0 || Float.isFinite(maps.heightUm(side)[pixel]);
            }
        }
        return new ContactGeometry(maps.width(), maps.height(), maps.voxelSize().xUm(), maps.voxelSize().yUm(), contact(maps, Side.TOP), contact(maps, Side.BOTTOM), cell,
            series.value(row, Quantity.ELECTROLYTE_THICKNESS), interphase(series, row, Side.TOP), interphase(series, row, Side.BOTTOM));
    }

    private static float[] interphase(final TimeSeries series, final int row, final Side side) {
        return new float[] {(float) series.value(row, Quantity.INTERPHASE_THICKNESS.at(side))};
    }

    private static boolean[] contact(final InterfaceMaps maps, final Side side) {
        final byte[] map = maps.contact(side);
        final boolean[] contact = new boolean[map.length];
        for (int pixel = 0; pixel < contact.length; pixel++) {
            contact[pixel] = map[pixel] != 0;
        }
        return contact;
    }
}
