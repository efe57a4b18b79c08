package operando.breathing.fullcell;

/**
 * The open-circuit potential of LiNi0.8Mn0.1Co0.1O2 against lithium, as Chen et al. fitted it to an LG M50 (J. Electrochem. Soc. 167, 080534,
 * 2020), whose numbers are public in the parameter sets of PyBaMM and BattMo.
 */
public final class CathodePotential {

    /** The stoichiometry of lithium in the charged cathode. */
    public static final double CHARGED = 0.27;
    /** The same in the discharged one. */
    public static final double DISCHARGED = 0.90;

    private CathodePotential() {
    }

    /** V against lithium, at the stoichiometry {@code x} of lithium from 0.27 to 0.9. */
    public static double volts(final double x) {
        return -0.8090 * x + 4.4875 - 0.0428 * Math.tanh(18.5138 * (x - 0.5542)) - 17.7326 * Math.tanh(15.7890 * (x - 0.3117)) + 17.5842 * Math.tanh(15.9308 * (x - 0.3120));
    }

    /** V against lithium, when the share {@code discharged} of the capacity has been taken. */
    public static double voltsAfter(final double discharged) {
        return volts(CHARGED + discharged * (DISCHARGED - CHARGED));
    }
}
