package operando.potential;

import java.util.Arrays;
import java.util.List;

/**
 * The way of μ through the whole stack for given currents, in parts short enough for {@link SectionSolution}. It starts
 * from the potential at the cathode, or anew from the potential at any part.
 */
final class ShootingTrajectory {

    /** sinh of more than this many k_BT is no number any more. */
    static final double FARTHEST = 700;

    private final List<Section> sections;

    private final Currents currents;

    private final SectionSolution[] courses;

    private final double thermalEv;

    private final int[] sectionOfPart;

    private final double[] starts;

    /** μ at the start of each part and, last, at the anode. */
    private final double[] potentials;

    /** z = sinh((μ − B)/k_BT) at the start of each part. */
    private final double[] before;

    /**
     * @param sections        the stack's
     * @param currents        its currents
     * @param cathodeEv       μ at x = 0
     */
    ShootingTrajectory(final List<Section> sections, final Currents currents, final double cathodeEv) {
        this.sections = sections;
        thermalEv = currents.thermalEv();
        this.currents = currents;
        courses = new SectionSolution[sections.size()];
        int parts = 0;
        for (int i = 0; i < courses.length; i++) {
            courses[i] = currents.course(sections.get(i));
            parts += partsOf(i);
        }
        sectionOfPart = new int[parts];
        starts = new double[parts + 1];
        potentials = new double[parts + 1];
        before = new double[parts];
        divide();
        potentials[0] = cathodeEv;
        continueFrom(0, cathodeEv);
    }

    private ShootingTrajectory(final ShootingTrajectory other) {
        sections = other.sections;
        currents = other.currents;
        courses = other.courses;
        thermalEv = other.thermalEv;
        sectionOfPart = other.sectionOfPart;
        starts = other.starts;
        potentials = other.potentials.clone();
        before = other.before.clone();
    }

    /** This passage up to {@code part}, and from there on as it is when μ starts at {@code ev} in that part. */
    ShootingTrajectory restarted(final int part, final double ev) {
        final ShootingTrajectory anew = new ShootingTrajectory(this);
        anew.continueFrom(part, ev);
        return anew;
    }

    /** This passage with μ at the anode taken as {@code ev}, which it may miss within its last digit of x. */
    ShootingTrajectory endingAt(final double ev) {
        final ShootingTrajectory ended = new ShootingTrajectory(this);
        ended.potentials[parts()] = ev;
        return ended;
    }

    private int partsOf(final int section) {
        return courses[section].parts(sections.get(section).to() - sections.get(section).from());
    }

    private void divide() {
        int part = 0;
        for (int i = 0; i < courses.length; i++) {
            final Section section = sections.get(i);
            final int parts = partsOf(i);
            for (int k = 0; k < parts; k++) {
                sectionOfPart[part] = i;
                starts[part++] = section.from() + (section.to() - section.from()) * k / parts;
            }
        }
        starts[part] = 1;
    }

    private void continueFrom(final int first, final double ev) {
        double potential = ev;
        for (int part = first; part < before.length; part++) {
            potentials[part] = potential;
            before[part] = zOf(part, potential);
            potential = potentialOf(part, course(part).after(before[part], starts[part + 1] - starts[part]));
            if (Double.isNaN(potential)) {
                potential = Math.copySign(Double.POSITIVE_INFINITY, before[part]);
            }
        }
        potentials[before.length] = potential;
    }

    int parts() {
        return before.length;
    }

    Section section(final int part) {
        return sections.get(sectionOfPart[part]);
    }

    SectionSolution course(final int part) {
        return courses[sectionOfPart[part]];
    }

    /** x/L where a part starts; for the number of parts, 1. */
    double start(final int part) {
        return starts[part];
    }

    /** μ where a part starts; for the number of parts, at the anode. */
    double potentialEv(final int part) {
        return potentials[part];
    }

    double endPotentialEv() {
        return potentials[before.length];
    }

    /** The part at x/L; at a boundary the one towards the anode. */
    int partAt(final double x) {
        final int found = Arrays.binarySearch(starts, x);
        return Math.max(0, Math.min(parts() - 1, found >= 0 ? found : -found - 2));
    }

    /** x/L where μ is {@code ev}, which lies between those of the part's ends. */
    double positionOf(final int part, final double ev) {
        final double x = starts[part] + course(part).distance(before[part], zOf(part, ev));
        return Math.max(starts[part], Math.min(starts[part + 1], x));
    }

    double thermalEv() {
        return thermalEv;
    }

    /** L i_Li / σ_Li, eV. */
    double ionicSlopeEv(final int part) {
        return currents.ionicSlopeEv(section(part));
    }

    /** z where a part starts. */
    double before(final int part) {
        return before[part];
    }

    double zOf(final int part, final double ev) {
        return Math.sinh((ev - section(part).layer().electronicMinimumEv()) / thermalEv);
    }

    double potentialOf(final int part, final double z) {
        return section(part).layer().electronicMinimumEv() + thermalEv * Hyperbolic.arsinh(z);
    }
}
