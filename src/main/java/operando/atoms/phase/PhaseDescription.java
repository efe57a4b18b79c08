package operando.atoms.phase;

import operando.atoms.crystal.Crystal;
import operando.cell.Measured;

/**
 * What a class of atoms is.
 *
 * @param number            of the class, from 0
 * @param share             of all atoms of all frames, 0 to 1
 * @param composition       of atoms that have their own class about them
 * @param crystalline       whether the framework, its species ignored, is on a lattice; missing where the class has too few atoms to tell
 * @param order             strength of the framework's strongest Bragg peak, near 1 for a simple lattice at rest and near 0 for a glass
 * @param q4                averaged bond order of the framework
 * @param q6                the same of degree 6
 * @param anionsAboutLi     coordination of lithium by anions
 * @param liAboutAnion      coordination of anions by lithium; in a metal of lithium by lithium
 * @param volumePerAtomA3   mean of Voronoi cells, Å³
 * @param volumePerLiA3     volume of the class over its lithium, Å³
 * @param nearest           the known crystal whose mean spectrum is nearest
 * @param nearestDistance   1 − cosine of the two spectra; missing without lithium or known species
 * @param liAnion           g(r) of lithium about anions; in a metal of lithium about lithium
 * @param framework         g(r) of the framework, its species ignored
 */
public record PhaseDescription(int number, double share, Composition composition, Measured crystalline, Measured order, Measured q4, Measured q6, Measured anionsAboutLi, Measured liAboutAnion,
    Measured volumePerAtomA3, Measured volumePerLiA3, Crystal nearest, Measured nearestDistance, PairDistribution liAnion, PairDistribution framework) {

    /** cm³ of a mole, for an Å³ of an atom. */
    public static final double CM3_PER_MOL = 0.602214076;

    /** The same with what all frames tell of it. */
    public PhaseDescription with(final double newShare, final Composition newComposition) {
        return new PhaseDescription(number, newShare, newComposition, crystalline, order, q4, q6, anionsAboutLi, liAboutAnion, volumePerAtomA3, volumePerLiA3, nearest, nearestDistance, liAnion,
            framework);
    }

    public boolean isCrystalline() {
        return crystalline.isPresent() && crystalline.value() > 0;
    }

    /** Volume per lithium as a molar volume, to set beside the partial molar volume of lithium in the interphase; cm³ mol⁻¹. */
    public Measured molarVolumeOfLiCm3() {
        return volumePerLiA3.isPresent() ? Measured.of(volumePerLiA3.value() * CM3_PER_MOL, volumePerLiA3.standardError() * CM3_PER_MOL) : volumePerLiA3;
    }
}
