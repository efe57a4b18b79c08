package operando.atoms.descriptor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import operando.atoms.MadeAtoms;
import operando.atoms.crystal.Crystal;
import operando.atoms.frame.AtomFrame;
import operando.atoms.frame.Neighbourhood;
import operando.atoms.frame.Neighbours;
import operando.atoms.frame.SimulationCell;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.junit.jupiter.api.Test;

class PowerSpectrumTest {

    private static final SoapSettings SETTINGS = new SoapSettings(5, 0.4, 5, 4);

    private static double[] spectrum(final AtomFrame frame, final int atom) {
        final PowerSpectrum spectrum = new PowerSpectrum(SETTINGS, 2);
        final double[] values = new double[spectrum.length()];
        final Neighbourhood near = new Neighbourhood();
        new Neighbours(frame, SETTINGS.reachAngstrom()).of(atom, near);
        spectrum.of(frame, new int[] {0, 1}, atom, near, values);
        return normalised(values);
    }

    private static double[] normalised(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value * value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= Math.sqrt(sum);
        }
        return values;
    }

    @Property(tries = 20)
    void neitherTurningNorShiftingNorAnotherImageChangesIt(@ForAll final long seed) {
        final Random random = new Random(seed);
        final AtomFrame frame = MadeAtoms.random(MadeAtoms.TRICLINIC, 30, 3);
        final Rotation rotation = new Rotation(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian() + 1e-3, true);
        final double[][] edges = new double[3][3];
        for (int e = 0; e < 3; e++) {
            rotation.applyTo(frame.cell().edges()[e], edges[e]);
        }
        final double[] shift = {10 * random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double[] positions = new double[frame.positions().length];
        for (int i = 0; i < frame.size(); i++) {
            final double[] place = java.util.Arrays.copyOfRange(frame.positions(), 3 * i, 3 * i + 3);
            final int image = random.nextInt(5) - 2;
            for (int axis = 0; axis < 3; axis++) {
                place[axis] += shift[axis] + image * frame.cell().edges()[i % 3][axis];
            }
            final double[] turned = new double[3];
            rotation.applyTo(place, turned);
            System.arraycopy(turned, 0, positions, 3 * i, 3);
        }
        final AtomFrame moved = MadeAtoms.with(frame, new SimulationCell(edges, new double[3], frame.cell().periodic()), positions);
        for (final int atom : new int[] {0, 7, 29}) {
            assertArrayEquals(spectrum(frame, atom), spectrum(moved, atom), 1e-10);
        }
    }

    @Test
    void anotherOrderOfTheAtomsDoesNotChangeIt() {
        final AtomFrame frame = MadeAtoms.random(MadeAtoms.TRICLINIC, 30, 4);
        final int[] kinds = new int[30];
        final double[] positions = new double[90];
        for (int i = 0; i < 30; i++) {
            kinds[29 - i] = frame.kinds()[i];
            System.arraycopy(frame.positions(), 3 * i, positions, 3 * (29 - i), 3);
        }
        final AtomFrame turned = new AtomFrame(0, 0, frame.cell(), frame.species(), kinds, positions, true);
        assertArrayEquals(spectrum(frame, 4), spectrum(turned, 25), 1e-10);
    }

    @Test
    void theSpeciesOfANeighbourChangesIt() {
        final AtomFrame frame = MadeAtoms.random(MadeAtoms.TRICLINIC, 30, 4);
        final double[] before = spectrum(frame, 4);
        final Neighbourhood near = new Neighbourhood();
        new Neighbours(frame, 3).of(4, near);
        frame.kinds()[near.atom(0)] = 1 - frame.kinds()[near.atom(0)];
        final double[] after = spectrum(frame, 4);
        double cosine = 0;
        for (int i = 0; i < before.length; i++) {
            cosine += before[i] * after[i];
        }
        assertTrue(cosine < 1 - 1e-4, "cosine " + cosine);
    }

    /** From DScribe 2.1.2: SOAP(species=[Li, S], periodic=True, r_cut=5, n_max=3, l_max=2, sigma=0.5) of the sulfur of Li2S with a = 5.71 Å. */
    @Test
    void aKnownSpectrumIsThatOfDscribe() {
        final AtomFrame bulk = Crystal.LITHIUM_SULFIDE.bulk(5, 0, 1);
        final SoapSettings settings = new SoapSettings(5, 0.5, 3, 2);
        final PowerSpectrum spectrum = new PowerSpectrum(settings, 2);
        final double[] values = new double[spectrum.length()];
        final Neighbourhood near = new Neighbourhood();
        new Neighbours(bulk, settings.reachAngstrom()).of(0, near);
        spectrum.of(bulk, new int[] {0, 1}, 0, near, values);
        assertEquals("S", bulk.speciesOf(0));
        assertArrayEquals(DSCRIBE, java.util.Arrays.copyOf(values, 6), 1e-7);
    }

    private static final double[] DSCRIBE = {0.2446758464400556, -0.960957748128144, 1.5950074079902472, 3.7741354822031927, -6.264348317705844, 10.397628816079505};

    @Test
    void bondOrderOfFccAndBccIsThatOfTheBooks() {
        final AtomFrame fcc = Crystal.LITHIUM_CHLORIDE.bulk(15, 0, 1);
        final boolean[] anions = new boolean[fcc.size()];
        for (int i = 0; i < anions.length; i++) {
            anions[i] = fcc.speciesOf(i).equals("Cl");
        }
        final int first = fcc.speciesOf(0).equals("Cl") ? 0 : 1;
        final BondOrder ofFcc = new BondOrder(fcc, anions, 12, 8);
        assertEquals(0.1909, ofFcc.averaged(first, 4), 1e-3);
        assertEquals(0.5745, ofFcc.averaged(first, 6), 1e-3);
        final AtomFrame bcc = Crystal.LITHIUM.bulk(15, 0, 1);
        final boolean[] all = new boolean[bcc.size()];
        java.util.Arrays.fill(all, true);
        final BondOrder ofBcc = new BondOrder(bcc, all, 14, 8);
        assertEquals(0.0364, ofBcc.averaged(0, 4), 1e-3);
        assertEquals(0.5107, ofBcc.averaged(0, 6), 1e-3);
    }
}
