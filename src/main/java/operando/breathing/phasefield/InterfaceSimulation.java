package operando.breathing.phasefield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import operando.cell.InputException;
import operando.engine.Progress;

/**
 * Cycles an interface: strips, rests, plates and rests again, and reads it at even times. Steps of time adapt to the tolerance of the
 * settings and end at every reading. A run that goes on from the state at the end of a cycle gives the same numbers, to the bit, as one that
 * was never stopped.
 *
 * <pre>
 * InterfaceSimulation simulation = new InterfaceSimulation(InterfaceSettings.defaults());
 * List&lt;InterfaceReading&gt; readings = simulation.run(Progress.SILENT);
 * </pre>
 *
 * 64 × 64 cells take about a second for ten cycles on one core, 128 × 128 about five.
 */
public final class InterfaceSimulation {

    /** Readings in a cycle: enough for harmonics, and for a movie. */
    public static final int READINGS_A_CYCLE = 40;

    private static final double FIRST_STEP_H = 1e-4;
    private static final double SAFETY = 0.9;
    private static final double LEAST_CHANGE = 0.2;
    private static final double MOST_CHANGE = 2;
    private static final int MOST_REJECTIONS = 60;

    private final InterfaceSettings settings;
    private final double[] firstContact;
    private final InterfaceStep step;
    private final LocalCurrent asItIs;
    private final LocalCurrent underFullContact;
    private final LoadSharing load;
    private final double[] fullContact;
    private long steps;

    /** What is told of a run as it goes. */
    public interface Listener {

        /** A reading, with the fields that it is of; the arrays are the listener's to keep. */
        void read(InterfaceReading reading, InterfaceState state);

        /** The end of a cycle, from which a run may go on. */
        default void cycleEnds(final int cycle, final InterfaceState state) {
        }
    }

    /** One with voids at random places, see {@link InterfaceParameter#VOID_DENSITY}. */
    public InterfaceSimulation(final InterfaceSettings settings) {
        this(settings, new WeakPlaces(settings).contact());
    }

    /**
     * One that begins with a given contact.
     *
     * @param firstContact 0 to 1 a cell, x fastest; its voids stay weak places
     */
    public InterfaceSimulation(final InterfaceSettings settings, final double[] firstContact) {
        if (firstContact.length != settings.plane().cells()) {
            throw new IllegalArgumentException(firstContact.length + " numbers for " + settings.plane().cells() + " cells");
        }
        this.settings = settings;
        this.firstContact = firstContact.clone();
        step = new InterfaceStep(settings, Arrays.stream(firstContact).map(c -> 1 - Math.max(0, Math.min(1, c))).toArray());
        asItIs = new LocalCurrent(settings);
        underFullContact = new LocalCurrent(settings);
        load = new LoadSharing(settings);
        fullContact = new double[firstContact.length];
        Arrays.fill(fullContact, 1);
    }

    /** The state before the first cycle: no interphase yet. */
    public InterfaceState beginning() {
        return new InterfaceState(firstContact.clone(), new double[firstContact.length], 0, FIRST_STEP_H);
    }

    /** All readings of all cycles. */
    public List<InterfaceReading> run(final Progress progress) {
        final List<InterfaceReading> readings = new ArrayList<>();
        run(beginning(), 0, (reading, state) -> readings.add(reading), progress);
        return readings;
    }

    /**
     * @param from       the beginning, or the state at the end of a cycle
     * @param cyclesDone before it, 0 at the beginning
     * @return the state at the end of the last cycle
     */
    public InterfaceState run(final InterfaceState from, final int cyclesDone, final Listener listener, final Progress progress) {
        InterfaceState state = from;
        final Protocol protocol = Protocol.of(settings);
        if (cyclesDone == 0) {
            listener.read(read(state, 1, protocol.parts().get(0).currentMAPerCm2(), 0), state);
        }
        for (int cycle = cyclesDone + 1; cycle <= settings.cycles(); cycle++) {
            final double began = (cycle - 1) * protocol.lengthH();
            for (final Protocol.Part part : protocol.parts()) {
                for (int reading = 1; reading <= part.readings(); reading++) {
                    final double share = (double) reading / part.readings();
                    state = advance(state, part.currentMAPerCm2(), began + part.startH() + share * part.lengthH());
                    listener.read(read(state, cycle, part.currentMAPerCm2(), part.chargeMAhPerCm2(share)), state);
                }
                progress.report((cycle - 1 + (part.startH() + part.lengthH()) / protocol.lengthH()) / settings.cycles(), "Cycle " + cycle);
            }
            listener.cycleEnds(cycle, state);
        }
        return state;
    }

    /** Steps of time that were taken. */
    public long steps() {
        return steps;
    }

    /**
     * Goes on to a time under a constant current.
     *
     * @throws InputException if contact is lost altogether
     */
    InterfaceState advance(final InterfaceState from, final double currentMAPerCm2, final double untilH) {
        double[] contact = from.contact();
        double[] thickness = from.thicknessUm();
        double time = from.timeH();
        double wish = from.stepH();
        int rejections = 0;
        while (time < untilH) {
            final double left = untilH - time;
            final double length = wish >= left ? left : Math.min(wish, left / 2);
            final double error = step.attempt(contact, thickness, currentMAPerCm2, length);
            final double change = Math.max(LEAST_CHANGE, Math.min(MOST_CHANGE, SAFETY * Math.sqrt(settings.tolerance() / Math.max(error, 1e-300))));
            if (!(error <= settings.tolerance())) {
                if (++rejections > MOST_REJECTIONS) {
                    throw new IllegalStateException("no step of time is short enough at " + time + " h");
                }
                wish = Double.isNaN(error) ? LEAST_CHANGE * length : change * length;
                continue;
            }
            rejections = 0;
            contact = step.contact().clone();
            thickness = step.thicknessUm().clone();
            time = length == left ? untilH : time + length;
            wish = length < wish ? Math.max(wish, change * length) : change * length;
            steps++;
            requireContact(contact, time);
        }
        return new InterfaceState(contact, thickness, untilH, wish);
    }

    // What is smaller than the edge of a void is no contact any more that the plane resolves.
    private void requireContact(final double[] contact, final double timeH) {
        final double width = settings.of(InterfaceParameter.INTERFACE_WIDTH);
        if (!(InterfaceState.mean(contact) * settings.plane().areaUm2() >= Math.PI * width * width)) {
            throw new InputException("interface", String.format(Locale.ROOT, "contact is lost altogether after %.4g h", timeH), "raise the stack pressure, lower the current or take a larger plane");
        }
    }

    private InterfaceReading read(final InterfaceState state, final int cycle, final double current, final double charge) {
        asItIs.solve(state.contact(), state.thicknessUm(), current);
        underFullContact.solve(fullContact, state.thicknessUm(), current);
        final double kinetic = asItIs.kineticV(current);
        final double[] pressure = load.pressureMPa(state.contact(), state.thicknessUm());
        double carried = 0;
        for (int cell = 0; cell < pressure.length; cell++) {
            carried += Math.max(0, state.contact()[cell]) * pressure[cell];
        }
        return new InterfaceReading(state.timeH(), cycle, current, charge, state.contactFraction(), state.meanThicknessUm(),
            Arrays.stream(state.thicknessUm()).max().getAsDouble(), asItIs.potentialV(), kinetic, underFullContact.potentialV() - kinetic,
            asItIs.potentialV() - underFullContact.potentialV(), carried / (pressure.length * InterfaceState.mean(state.contact())));
    }
}
