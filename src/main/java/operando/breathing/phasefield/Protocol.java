package operando.breathing.phasefield;

import java.util.ArrayList;
import java.util.List;

/** One cycle of an interface: stripping, rest, plating, rest; each with its readings. */
record Protocol(List<Part> parts, double lengthH) {

    /** A time of constant current. */
    record Part(double startH, double lengthH, double currentMAPerCm2, double startMAhPerCm2, int readings) {

        /** Passed since the beginning of the cycle, at a share of this part. */
        double chargeMAhPerCm2(final double share) {
            return startMAhPerCm2 + share * lengthH * currentMAPerCm2;
        }
    }

    static Protocol of(final InterfaceSettings settings) {
        final double current = settings.of(InterfaceParameter.CURRENT_DENSITY);
        final double half = settings.of(InterfaceParameter.AREAL_CAPACITY) / current;
        final double rest = settings.of(InterfaceParameter.REST);
        final double length = 2 * (half + rest);
        final List<Part> parts = new ArrayList<>();
        double start = 0;
        double charge = 0;
        for (final double[] one : new double[][] {{half, current}, {rest, 0}, {half, -current}, {rest, 0}}) {
            if (one[0] > 0) {
                parts.add(new Part(start, one[0], one[1], charge, (int) Math.max(2, Math.rint(InterfaceSimulation.READINGS_A_CYCLE * one[0] / length))));
                start += one[0];
                charge += one[0] * one[1];
            }
        }
        return new Protocol(parts, start);
    }
}
