package operando.phantom;

import java.util.Locale;
import java.util.stream.IntStream;

import operando.engine.Cores;
import operando.phantom.PhantomTruth.ScanTruth;
import operando.voltage.CellState;
import operando.voltage.LumpedModel;

/**
 * What the cycler would have recorded: the model's voltage of the true contact, with noise, every minute. Between knots
 * a tenth of an hour apart the state of the cell is interpolated in time.
 */
final class VoltageRecord {

    private static final long VOLTAGE_NOISE = 8;
    private static final double KNOT_H = 0.1;
    private static final int MOST_KNOTS = 400;
    private static final int ROWS_PER_HOUR = 60;

    private final PhantomSettings settings;
    private final ScanTruth[] knots;
    private final double knotH;

    VoltageRecord(final Phantom phantom, final Cores cores) {
        settings = phantom.settings();
        final double total = settings.cycling().totalHours();
        final int steps = Math.max(1, Math.min(MOST_KNOTS, (int) Math.ceil(total / KNOT_H)));
        knotH = total / steps;
        knots = new ScanTruth[steps + 1];
        cores.forEach(knots.length, i -> knots[i] = phantom.roughTruthAt(i * knotH));
    }

    /** Rows of time_h, voltage_V, current_density_mA_cm2 below their header. */
    String csv() {
        final LumpedModel model = new LumpedModel(settings.model());
        final KeyedRandom noise = new KeyedRandom(settings.seed(), VOLTAGE_NOISE);
        final StringBuilder rows = new StringBuilder("time_h,voltage_V,current_density_mA_cm2\n");
        final double total = settings.cycling().totalHours();
        final int count = (int) Math.ceil(total * ROWS_PER_HOUR - 1e-9);
        IntStream.rangeClosed(0, count).mapToDouble(i -> Math.min(total, i / (double) ROWS_PER_HOUR)).forEach(timeH -> {
            final CellState state = stateAt(timeH);
            final double voltage = model.voltage(state).totalV()
                + settings.cycling().voltageNoiseV() * noise.normal();
            rows.append(String.format(Locale.ROOT, "%.6f,%.6f,%.6g%n", timeH, voltage, state.currentDensityMAPerCm2())
                .replace("\r", ""));
        });
        return rows.toString();
    }

    private CellState stateAt(final double timeH) {
        final int before = Math.min(knots.length - 2, (int) (timeH / knotH));
        final double part = timeH / knotH - before;
        final ScanTruth from = knots[before];
        final ScanTruth to = knots[before + 1];
        return new CellState(settings.cycling().currentDensityMAPerCm2(timeH),
            between(from.electrolyteThicknessUm(), to.electrolyteThicknessUm(), part),
            between(from.top().contactFraction(), to.top().contactFraction(), part),
            between(from.bottom().contactFraction(), to.bottom().contactFraction(), part),
            between(from.top().interphaseThicknessUm(), to.top().interphaseThicknessUm(), part),
            between(from.bottom().interphaseThicknessUm(), to.bottom().interphaseThicknessUm(), part));
    }

    private static double between(final double from, final double to, final double part) {
        return from + part * (to - from);
    }
}
