package operando.potential;

import operando.cell.Constants;
import operando.cell.RangeCheck;

/**
 * The stress that comes with a jump of μ. Across a jump the lattice is reduced on one side and oxidized on the other, of
 * different size by ε = β Δμ; where the electrolyte holds both sides together in the plane of the jump, each is under half
 * of the biaxial stress E ε/(1 − ν), far from free edges. At an electrode the surface relieves it, so that this is an
 * upper bound there. β is taken as constant, which is our simplification: the paper gives no relation of μ and strain, only
 * that the mismatch grows with the jump.
 *
 * <p>Source: Kim and Li, section 2.1, with the eigen-strain method of their reference 10.
 *
 * @param youngsModulusGPa E, GPa
 * @param poissonRatio     ν, from 0 to below 0.5
 * @param expansionPerEv   β, linear strain of the free lattice per eV of Li⁰ potential; negative where it shrinks
 */
public record LatticeMismatch(double youngsModulusGPa, double poissonRatio, double expansionPerEv) {

    private static final double MPA_PER_GPA = 1e3;

    private static final double MPA_PER_J_PER_CM3 = 1;

    /** @throws operando.cell.InputException if the modulus is not positive, or ν or β impossible */
    public LatticeMismatch {
        RangeCheck.positive("Young's modulus", youngsModulusGPa, "GPa");
        RangeCheck.fraction("twice Poisson's ratio", 2 * poissonRatio);
        RangeCheck.finite("expansion per eV", expansionPerEv, "eV⁻¹");
    }

    /** ε, the strain by which the two sides of a jump differ. */
    public double strain(final PotentialJump jump) {
        return Math.abs(expansionPerEv * jump.heightEv());
    }

    /** E ε/(1 − ν), by which the in-plane stresses of the two sides differ, MPa. */
    public double stressMPa(final PotentialJump jump) {
        return youngsModulusGPa * MPA_PER_GPA / (1 - poissonRatio) * strain(jump);
    }

    /**
     * The pressure at which lithium that precipitates where the Li⁰ potential is {@code ev} is in balance with the
     * electrolyte: μ over the molar volume of lithium, MPa; 0 where μ is at most that of bulk lithium.
     */
    public static double lithiumPressureMPa(final double ev) {
        return Math.max(0, ev) * Constants.FARADAY_C_PER_MOL / Constants.LITHIUM_CM3_PER_MOL * MPA_PER_J_PER_CM3;
    }
}
