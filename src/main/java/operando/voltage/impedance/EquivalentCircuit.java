package operando.voltage.impedance;

import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.complex.Complex;

/**
 * A resistor, arcs of a resistor beside a constant-phase element, and a finite-length Warburg element, in series: the circuit of
 * solid-state cells with a lithium electrode (Dandena et al., section 2, Fig. 1c),
 * Z = R + Σ R_k / (1 + R_k Q_k (iω)^a_k) + R_W tanh √(iωτ) / √(iωτ).
 *
 * @param seriesOhm R, Ω: what has no arc within the measured frequencies
 * @param arcs      from the fastest to the slowest
 * @param warburg   diffusion, if there is any
 */
public record EquivalentCircuit(double seriesOhm, List<Arc> arcs, Optional<Warburg> warburg) {

    /** Above it an arc belongs to an interface, below it to bulk or grain boundaries: between 1e-6 and 1e-4 F s^(a−1) (the same section). */
    public static final double INTERFACE_Q = 1e-5;

    private static final double TWO_PI = 2 * Math.PI;

    /**
     * A resistor beside a constant-phase element.
     *
     * @param ohm      R, Ω
     * @param q        Q, F s^(a−1)
     * @param exponent a, 1 for a capacitor
     */
    public record Arc(double ohm, double q, double exponent) {

        /** At 1 / (2π times this) the arc is highest, s. */
        public double timeConstantS() {
            return Math.pow(ohm * q, 1 / exponent);
        }

        public boolean isInterface() {
            return q >= INTERFACE_Q;
        }

        Complex impedance(final double omega) {
            final Complex admittance = ComplexPower.of(omega, exponent).multiply(q).add(1 / ohm);
            return admittance.reciprocal();
        }
    }

    /**
     * Diffusion through a layer with an open end.
     *
     * @param ohm  R_W, Ω: its resistance at low frequency
     * @param tauS τ, s: layer thickness squared over the diffusion coefficient
     */
    public record Warburg(double ohm, double tauS) {

        Complex impedance(final double omega) {
            final Complex root = new Complex(0, omega * tauS).sqrt();
            // tanh of a large argument is 1; commons-math would overflow on its way there.
            final Complex tanh = root.getReal() > 20 ? Complex.ONE : root.tanh();
            return tanh.divide(root).multiply(ohm);
        }
    }

    public EquivalentCircuit {
        arcs = List.copyOf(arcs);
    }

    /** Z at a frequency, Ω. */
    public Complex impedance(final double frequencyHz) {
        final double omega = TWO_PI * frequencyHz;
        Complex sum = new Complex(seriesOhm);
        for (final Arc arc : arcs) {
            sum = sum.add(arc.impedance(omega));
        }
        return warburg.isPresent() ? sum.add(warburg.get().impedance(omega)) : sum;
    }

    /** (iω)^a. */
    private static final class ComplexPower {

        private ComplexPower() {
        }

        static Complex of(final double omega, final double exponent) {
            final double size = Math.pow(omega, exponent);
            return new Complex(size * Math.cos(exponent * Math.PI / 2), size * Math.sin(exponent * Math.PI / 2));
        }
    }
}
