package operando.breathing.phasefield;

/**
 * One step of time of the model. The contact c obeys
 *
 * <pre>∂c/∂t = D (∇²c − (4/ℓ²) c (1 − c)(1 − 2c)) + (2/ℓ) c (1 − c) v − c a max(0, u)/d</pre>
 *
 * (Allen and Cahn, Acta Metall. 27, 1085, 1979: edges ½ (1 + tanh(x/ℓ)) that move with D times their curvature; then an edge that moves
 * with the speed v of {@link LithiumSupply}, exactly so for this profile; then the loss of contact at weak places a where lithium lacks by u),
 * and the interphase h that of {@link InterphaseGrowth}. The linear part, with a stabilizing decay S, is solved in Fourier space, the rest
 * from the beginning and the predicted end of the step: of second order in time; what the prediction of first order is off serves as the
 * error. A step costs two common potentials and six transforms.
 */
final class InterfaceStep {

    private final InterfaceSettings settings;
    private final double mobility;
    private final double width;
    private final double opening;
    private final double[] weakness;
    private final PlaneSpectrum spectrum;
    private final LocalCurrent currents;
    private final LoadSharing load;
    private final LithiumSupply supply;
    private final InterphaseGrowth growth;
    private final double[] rest;
    private final double[] later;
    private final double[] grown;
    private final double[] grownLater;
    private final double[] predicted;
    private final double[] corrected;
    private final double[] thickness;
    private final double[] space;
    private double stabilizing;

    InterfaceStep(final InterfaceSettings settings, final double[] weakness) {
        this.settings = settings;
        this.weakness = weakness;
        mobility = settings.of(InterfaceParameter.CURVATURE_MOBILITY);
        width = settings.of(InterfaceParameter.INTERFACE_WIDTH);
        opening = settings.of(InterfaceParameter.OPENING_DEPTH);
        spectrum = new PlaneSpectrum(settings.plane());
        currents = new LocalCurrent(settings);
        load = new LoadSharing(settings);
        supply = new LithiumSupply(settings);
        growth = new InterphaseGrowth(settings);
        final int cells = settings.plane().cells();
        rest = new double[cells];
        later = new double[cells];
        grown = new double[cells];
        grownLater = new double[cells];
        predicted = new double[cells];
        corrected = new double[cells];
        thickness = new double[cells];
        space = new double[cells];
    }

    /** Tries a step; {@link #contact} and {@link #thicknessUm} have its end. @return how far the prediction was off, in units of contact */
    double attempt(final double[] contact, final double[] thicknessUm, final double meanMAPerCm2, final double stepH) {
        stabilizing = Double.NaN;
        rates(contact, thicknessUm, meanMAPerCm2, rest, grown);
        spectrum.prepare(mobility, stabilizing, stepH);
        spectrum.predict(contact, rest, predicted, space);
        for (int cell = 0; cell < thickness.length; cell++) {
            thickness[cell] = thicknessUm[cell] + stepH * grown[cell];
        }
        rates(predicted, thickness, meanMAPerCm2, later, grownLater);
        System.arraycopy(predicted, 0, corrected, 0, corrected.length);
        spectrum.correct(rest, later, corrected, space);
        final double scale = settings.of(InterfaceParameter.SLOWING_THICKNESS);
        double worst = 0;
        for (int cell = 0; cell < thickness.length; cell++) {
            final double change = stepH / 2 * (grownLater[cell] - grown[cell]);
            thickness[cell] += change;
            worst = Math.max(worst, Math.max(Math.abs(corrected[cell] - predicted[cell]), Math.abs(change) / (scale + thickness[cell])));
        }
        return worst;
    }

    double[] contact() {
        return corrected;
    }

    double[] thicknessUm() {
        return thickness;
    }

    /** What is not linear in the contact, with S c, and the growth; the first call of a step decides S. */
    private void rates(final double[] contact, final double[] thicknessUm, final double mean, final double[] terms, final double[] growths) {
        final double[] current = currents.solve(contact, thicknessUm, mean);
        final double[] pressure = load.pressureMPa(contact, thicknessUm);
        supply.fill(pressure, space);
        final double well = 4 * mobility / (width * width);
        double fastest = 0;
        for (int cell = 0; cell < terms.length; cell++) {
            final double c = contact[cell];
            final double brought = space[cell];
            final double speed = supply.edgeUmPerH(brought, current[cell]);
            fastest = Math.max(fastest, Math.abs(speed));
            final double edge = c * (1 - c);
            // Beyond 0 and 1 the well alone acts: an edge that moves would carry what is beyond ever further.
            terms[cell] = Math.max(0, edge) * 2 / width * speed - edge * well * (1 - 2 * c)
                - Math.max(0, c) * weakness[cell] * LithiumSupply.lackUmPerH(brought, current[cell]) / opening;
            growths[cell] = growth.umPerH(c, thicknessUm[cell], current[cell], mean);
        }
        if (Double.isNaN(stabilizing)) {
            stabilizing = well + 2 / width * fastest;
        }
        for (int cell = 0; cell < terms.length; cell++) {
            terms[cell] += stabilizing * contact[cell];
        }
    }
}
