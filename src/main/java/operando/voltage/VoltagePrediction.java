package operando.voltage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import operando.cell.InputException;
import operando.cycler.CyclingRecord;
import operando.cycler.HalfCycle;

/**
 * The voltage that the measured contact predicts at every reading of the cycler, with scenarios of less contact (Lewis et
 * al., Fig. 4d).
 *
 * <pre>{@code
 * VoltagePrediction prediction = new VoltagePrediction(contactSeries, record);
 * InterphaseConductivityFit fit = prediction.fitOnFirstHalfCycle(LumpedParameters.defaults());
 * double[] volts = prediction.voltagesV(parameters.withInterphaseConductivity(fit.conductivityMSPerCm()), ContactScenario.fixed(100));
 * }</pre>
 */
public final class VoltagePrediction {

    private final ContactSeries contact;
    private final CyclingRecord record;
    private final List<HalfCycle> halfCycles;
    private final double[] charge;

    public VoltagePrediction(final ContactSeries contact, final CyclingRecord record) {
        this.contact = contact;
        this.record = record;
        halfCycles = record.halfCycles();
        charge = record.chargeMAhPerCm2();
    }

    /**
     * Fits κ_int on those readings of the first half cycle that the scans cover.
     *
     * @throws InputException if there is no half cycle, none of its readings is covered, or no positive conductivity fits
     */
    public InterphaseConductivityFit fitOnFirstHalfCycle(final LumpedParameters parameters) {
        final List<CellState> states = new ArrayList<>();
        final int first = halfCycles.isEmpty() ? 0 : halfCycles.get(0).first();
        final int end = halfCycles.isEmpty() ? 0 : halfCycles.get(0).last() + 1;
        final double[] measured = IntStream.range(first, end).filter(this::covers).mapToDouble(reading -> {
            states.add(state(reading));
            return record.voltageV(reading);
        }).toArray();
        if (end > first && states.isEmpty()) {
            throw new InputException("interphase conductivity", "no scan was taken in the first half cycle, from which it is fitted",
                "give scans of the first half cycle, or a conductivity");
        }
        return InterphaseConductivityFit.of(states, measured, parameters);
    }

    /**
     * Fits some parameters to the readings of a half cycle or a range of hours that the scans cover.
     *
     * @throws InputException if there is no such half cycle, too few of its readings say something, or nothing fits
     */
    public ParameterFit fit(final FitChoice choice, final LumpedParameters start) {
        final IntPredicate chosen = choice.halfCycle().isPresent() ? in(choice.halfCycle().getAsInt())
            : reading -> record.timeH(reading) >= choice.fromH() && record.timeH(reading) <= choice.toH();
        final int[] readings = IntStream.range(0, record.size()).filter(reading -> chosen.test(reading) && covers(reading)).toArray();
        return ParameterFit.of(choice.parameters(), Arrays.stream(readings).mapToObj(this::state).toList(), Arrays.stream(readings).mapToDouble(record::voltageV).toArray(),
            Arrays.stream(readings).mapToDouble(record::timeH).toArray(), start);
    }

    private IntPredicate in(final int number) {
        if (number > halfCycles.size()) {
            throw new InputException("fit_half_cycle", "the record has " + halfCycles.size() + " half cycles, and no number " + number, "give one that it has");
        }
        final HalfCycle half = halfCycles.get(number - 1);
        return reading -> reading >= half.first() && reading <= half.last();
    }

    /** The end of the first half cycle, h; NaN if nothing flows. */
    public double firstHalfCycleEndH() {
        return halfCycles.isEmpty() ? Double.NaN : halfCycles.get(0).endH();
    }

    /** The predicted voltage at every reading, V; NaN where a side has no contact, and where no scan tells of the cell. */
    public double[] voltagesV(final LumpedParameters parameters, final ContactScenario scenario) {
        final LumpedModel model = new LumpedModel(parameters);
        final double[] volts = new double[record.size()];
        for (int reading = 0; reading < volts.length; reading++) {
            if (!covers(reading)) {
                volts[reading] = Double.NaN;
                continue;
            }
            final int at = reading;
            final CellState measured = state(reading);
            final CellState state = halfCycleOf(reading).map(half -> scenario.apply(measured, passed(at, half), half == halfCycles.get(0)))
                .orElse(measured);
            final CellVoltage voltage = model.voltage(state);
            volts[reading] = voltage.status() == CellVoltage.Status.FINITE ? voltage.totalV() : Double.NaN;
        }
        return volts;
    }

    /** The contact fraction of the stripped side that would meet the measured voltage, at every reading; NaN where none does, and where no scan tells of the cell. */
    public double[] impliedContact(final LumpedParameters parameters) {
        final LumpedModel model = new LumpedModel(parameters);
        final double[] implied = new double[record.size()];
        for (int reading = 0; reading < implied.length; reading++) {
            implied[reading] = covers(reading) ? ImpliedContact.of(model, state(reading), record.voltageV(reading)).fraction() : Double.NaN;
        }
        return implied;
    }

    private boolean covers(final int reading) {
        return contact.covers(record.timeH(reading));
    }

    private CellState state(final int reading) {
        return contact.at(record.timeH(reading), record.currentDensityMAPerCm2(reading));
    }

    private Optional<HalfCycle> halfCycleOf(final int reading) {
        for (final HalfCycle half : halfCycles) {
            if (reading >= half.first() && reading <= half.last()) {
                return Optional.of(half);
            }
        }
        return Optional.empty();
    }

    private double passed(final int reading, final HalfCycle half) {
        final double whole = charge[half.last()] - charge[half.first()];
        return whole == 0 ? 0 : Math.max(0, Math.min(1, (charge[reading] - charge[half.first()]) / whole));
    }
}
