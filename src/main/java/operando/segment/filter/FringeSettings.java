package operando.segment.filter;

import java.io.Serializable;
import java.util.Locale;

import operando.cell.RangeCheck;

/**
 * What Paganin's phase retrieval asks for: an object of one material, and near-field propagation over one distance.
 *
 * @param deltaBeta  refractive index decrement over absorption index of the material
 * @param energyKeV  of the photons, keV
 * @param distanceMm from sample to detector, over the geometric magnification with a cone beam, mm
 */
public record FringeSettings(double deltaBeta, double energyKeV, double distanceMm) implements Serializable {

    /** h c, keV µm. */
    private static final double WAVELENGTH_UM_KEV = 1.239841984e-3;
    private static final double UM_PER_MM = 1e3;

    public FringeSettings {
        RangeCheck.positive("delta_beta", deltaBeta, "");
        RangeCheck.positive("energy_keV", energyKeV, "keV");
        RangeCheck.positive("distance_mm", distanceMm, "mm");
    }

    /** α = R λ (δ/β) / 4π, µm²: the reconstruction without retrieval is (1 − α ∇²) of the absorption. */
    public double alphaUm2() {
        return distanceMm * UM_PER_MM * WAVELENGTH_UM_KEV / energyKeV * deltaBeta / (4 * Math.PI);
    }

    /** {@code fringes=500/25/100}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "fringes=%s/%s/%s", deltaBeta, energyKeV, distanceMm);
    }
}
