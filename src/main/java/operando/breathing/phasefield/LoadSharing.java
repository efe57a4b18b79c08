package operando.breathing.phasefield;

/**
 * Quasi-static equilibrium of the stack: the contact alone carries the load, and a rigid stack presses all of it by the same length. With
 * the stiffness K of the layer of depth l below a cell, 1/K ∝ (l − h)/E_Li + h/E_int, the pressure on the contact is p = P K/⟨c K⟩:
 * it rises as contact is lost, and more where the interphase is thicker, which is the stiffer of the two.
 */
final class LoadSharing {

    private final double pressureMPa;
    private final double softening;
    private final double[] pressure;

    LoadSharing(final InterfaceSettings settings) {
        pressureMPa = settings.of(InterfaceParameter.STACK_PRESSURE);
        softening = settings.of(InterfaceParameter.INTERPHASE_FEEDBACK) / settings.of(InterfaceParameter.ELASTIC_DEPTH)
            * (1 - settings.of(InterfaceParameter.LITHIUM_MODULUS) / settings.of(InterfaceParameter.INTERPHASE_MODULUS));
        pressure = new double[settings.plane().cells()];
    }

    /** MPa on the contact of each cell; an array that the next call changes. ⟨c p⟩ is the stack pressure. */
    double[] pressureMPa(final double[] contact, final double[] thicknessUm) {
        double carried = 0;
        for (int cell = 0; cell < pressure.length; cell++) {
            pressure[cell] = 1 / Math.max(1e-3, 1 - softening * thicknessUm[cell]);
            carried += Math.max(0, contact[cell]) * pressure[cell];
        }
        final double scale = pressureMPa * pressure.length / carried;
        for (int cell = 0; cell < pressure.length; cell++) {
            pressure[cell] *= scale;
        }
        return pressure;
    }
}
