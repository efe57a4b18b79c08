package operando.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.figure.VoidVolume;
import operando.report.plot.NumberScale;
import operando.report.plot.NumberText;
import operando.results.Results;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;
import operando.voltage.FitParameter;
import operando.voltage.VoltageResult;

/**
 * One of the few numbers that stand at the top.
 *
 * @param value with its unit
 * @param note  what it is compared with, or an empty text
 */
public record Headline(String name, String value, String note) {

    /** The headlines of a run; those that have no number are left out. */
    public static List<Headline> of(final Results results) {
        final List<Headline> headlines = new ArrayList<>();
        for (final Side side : Side.values()) {
            addContact(headlines, results.series(), side);
        }
        for (final Side side : Side.values()) {
            addVoids(headlines, results.series(), side);
        }
        addInterphase(headlines, results.series());
        addStack(headlines, results.series());
        for (final HalfCycleBalance half : results.halfCycles()) {
            if (half.lithiumFraction().isPresent()) {
                headlines.add(new Headline(Quantity.LITHIUM_METAL_FRACTION.term() + ", half cycle " + half.number(),
                    NumberText.text(Measured.of(100 * half.lithiumFraction().value(), 100 * half.lithiumFraction().standardError())) + " %",
                    NumberText.text(half.chargeMAhPerCm2()) + " mAh cm⁻² stripped at the " + half.strippedSide().key()));
            }
        }
        results.voltage().ifPresent(voltage -> addVoltage(headlines, voltage));
        return headlines;
    }

    private static void addContact(final List<Headline> headlines, final TimeSeries series, final Side side) {
        final double[] contact = finite(series.values(Quantity.CONTACT_FRACTION.at(side)));
        if (contact.length > 0) {
            final double first = contact[0];
            final double last = contact[contact.length - 1];
            final double[] subvoxel = finite(series.values(Quantity.CONTACT_FRACTION_SUBVOXEL.at(side)));
            headlines.add(new Headline("contact at the " + side.key(), percent(first) + " → " + percent(last),
                "relative change " + NumberText.signed(100 * (last - first) / first) + " %; by the published rule"
                    + (subvoxel.length == 0 ? "" : ". Without the thin rims of voids " + percent(subvoxel[0]) + " → " + percent(subvoxel[subvoxel.length - 1]))));
        }
    }

    private static void addVoids(final List<Headline> headlines, final TimeSeries series, final Side side) {
        final VoidVolume shown = VoidVolume.of(series);
        final double[] volumes = finite(series.values(shown.quantity().at(side)));
        if (volumes.length > 0) {
            final NumberScale scale = NumberScale.of(volumes);
            final String unit = (scale.exponent() == 0 ? " " : " × ") + scale.unit(Quantity.VOID_VOLUME.unit().symbol());
            headlines.add(new Headline("void volume at the " + side.key(),
                NumberText.text(scale.scaled(volumes[0])) + " → " + NumberText.text(scale.scaled(volumes[volumes.length - 1])) + unit,
                "by " + shown.words() + "; at most " + NumberText.text(scale.scaled(Arrays.stream(volumes).max().orElse(Double.NaN))) + unit));
        }
    }

    private static void addInterphase(final List<Headline> headlines, final TimeSeries series) {
        final double[] top = finite(series.values(Quantity.INTERPHASE_THICKNESS.at(Side.TOP)));
        final double[] bottom = finite(series.values(Quantity.INTERPHASE_THICKNESS.at(Side.BOTTOM)));
        if (top.length > 0 && bottom.length > 0) {
            headlines.add(new Headline("interphase thickness, last scan",
                NumberText.text(top[top.length - 1]) + " µm top, " + NumberText.text(bottom[bottom.length - 1]) + " µm bottom",
                "first scan " + NumberText.text(top[0]) + " and " + NumberText.text(bottom[0]) + " µm"));
        }
    }

    private static void addStack(final List<Headline> headlines, final TimeSeries series) {
        final double[] stack = finite(series.values(Quantity.STACK_THICKNESS));
        if (stack.length > 1) {
            headlines.add(new Headline("change of the stack's thickness",
                NumberText.signed(stack[stack.length - 1] - stack[0]) + " µm", "of " + NumberText.text(stack[0]) + " µm"));
        }
    }

    private static boolean isFitted(final VoltageResult voltage) {
        return voltage.parameterFits().stream().flatMap(fit -> fit.estimates().stream()).anyMatch(estimate -> estimate.parameter() == FitParameter.INTERPHASE_CONDUCTIVITY);
    }

    private static void addVoltage(final List<Headline> headlines, final VoltageResult voltage) {
        final Measured conductivity = voltage.interphaseConductivityMSPerCm();
        if (conductivity.isPresent()) {
            headlines.add(new Headline("interphase conductivity", NumberText.text(conductivity) + " mS cm⁻¹",
                voltage.fitted() ? "fitted on the first half cycle" : isFitted(voltage) ? "fitted with other parameters" : "given"));
        }
        final double[] predicted = voltage.scenariosV().getOrDefault(VoltageResult.MEASURED_CONTACT, new double[0]);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < predicted.length; i++) {
            final double difference = predicted[i] - voltage.measuredV()[i];
            if (voltage.timesH()[i] > voltage.firstHalfCycleEndH() && Double.isFinite(difference)) {
                sum += difference * difference;
                count++;
            }
        }
        if (count > 0) {
            headlines.add(new Headline("voltage predicted against measured",
                String.format(Locale.ROOT, "%s mV", NumberText.text(1000 * Math.sqrt(sum / count))),
                "root mean square difference after the first half cycle"));
        }
    }

    private static String percent(final double fraction) {
        return NumberText.text(100 * fraction) + " %";
    }

    private static double[] finite(final double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
