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

    /**
     * How many parts of a section that ions drive strongly reach in from each of its ends: in as many a difference in the last
     * digit grows e-fold each time to one that is seen, so that what lies between two such stretches is on a plateau.
     */
    private static final int PARTS_AT_EACH_END = 40;

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

    /** Parts whose course is told from their end, since its last digits at their start do not tell it. */
    private final boolean[] fromEnd;

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
        fromEnd = new boolean[parts];
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
        fromEnd = other.fromEnd.clone();
    }

    /** This passage up to {@code part}, and from there on as it is when μ starts at {@code ev} in that part. */
    ShootingTrajectory restarted(final int part, final double ev) {
        final ShootingTrajectory anew = new ShootingTrajectory(this);
        anew.continueFrom(part, ev);
        return anew;
    }

    /** This passage up to {@code part}, through that part to {@code ev} at its end, and on from there. */
    ShootingTrajectory endingPartAt(final int part, final double ev) {
        final ShootingTrajectory anew = new ShootingTrajectory(this);
        anew.continueFrom(part + 1, ev);
        anew.fromEnd[part] = true;
        return anew;
    }

    /** This passage with μ at the anode taken as {@code ev}, which it may miss within its last digit. */
    ShootingTrajectory endingAt(final double ev) {
        final ShootingTrajectory ended = new ShootingTrajectory(this);
        ended.potentials[parts()] = ev;
        return ended;
    }

    private int partsOf(final int section) {
        return (int) Math.min(efolds(section), 2 * PARTS_AT_EACH_END + 1);
    }

    private double efolds(final int section) {
        return courses[section].efolds(sections.get(section).to() - sections.get(section).from());
    }

    private void divide() {
        int part = 0;
        for (int i = 0; i < courses.length; i++) {
            final Section section = sections.get(i);
            final int parts = partsOf(i);
            for (int k = 0; k < parts; k++) {
                sectionOfPart[part] = i;
                starts[part++] = section.from() + (section.to() - section.from()) * share(k, parts, efolds(i));
            }
        }
        starts[part] = 1;
    }

    /** Where part {@code k} of a section begins, from 0 to 1: evenly, or with one long part between its ends. */
    private static double share(final int k, final int parts, final double efolds) {
        if (parts <= 2 * PARTS_AT_EACH_END) {
            return (double) k / parts;
        }
        return k <= PARTS_AT_EACH_END ? k / efolds : 1 - (parts - k) / efolds;
    }

    /** A course that has left every bound stays there: one with less electronic current would lie below it everywhere. */
    private void continueFrom(final int first, final double ev) {
        double potential = ev;
        for (int part = first; part < before.length; part++) {
            potentials[part] = potential;
            fromEnd[part] = false;
            if (!(Math.abs(potential - minimumEv(part)) <= FARTHEST * thermalEv)) {
                Arrays.fill(potentials, part, potentials.length, Math.copySign(Double.POSITIVE_INFINITY, potential - minimumEv(part)));
                return;
            }
            before[part] = zOf(part, potential);
            potential = potentialOf(part, course(part).after(before[part], starts[part + 1] - starts[part]));
        }
        potentials[before.length] = potential;
    }

    /**
     * Whether μ, with these currents and at {@code ev} where a part starts, is below {@code anodeEv} at the anode. Known as soon as
     * it meets one of two courses of which one ends below and one does not, since courses do not cross.
     */
    boolean endsBelow(final double anodeEv, final int first, final double ev, final ShootingTrajectory low, final ShootingTrajectory high) {
        double potential = ev;
        for (int part = first; part < before.length; part++) {
            if (part > first && low.potentials[part] < high.potentials[part] && (potential <= low.potentials[part] || potential >= high.potentials[part])) {
                return potential <= low.potentials[part];
            }
            if (!(Math.abs(potential - minimumEv(part)) <= FARTHEST * thermalEv)) {
                return potential < minimumEv(part);
            }
            potential = potentialOf(part, course(part).after(zOf(part, potential), starts[part + 1] - starts[part]));
        }
        return potential < anodeEv;
    }

    private double minimumEv(final int part) {
        return section(part).layer().electronicMinimumEv();
    }

    /** {@code ev}, but no farther from B of a part than any course can be followed. */
    double withinReachEv(final int part, final double ev) {
        return Math.max(minimumEv(part) - FARTHEST * thermalEv, Math.min(minimumEv(part) + FARTHEST * thermalEv, ev));
    }

    /** Whether μ rests at B so long that the first half of a part is told from its start, although the rest is told from its end. */
    private boolean startTells(final int part, final double x) {
        return course(part).rests() && x - starts[part] < starts[part + 1] - x;
    }

    /** μ at x/L in a part. */
    double potentialAt(final int part, final double x) {
        if (fromEnd[part] && !startTells(part, x)) {
            final double ev = potentialOf(part, course(part).resting().before(zOf(part, potentials[part + 1]), starts[part + 1] - x));
            // In a part μ does not turn.
            return Math.max(Math.min(potentials[part], potentials[part + 1]), Math.min(Math.max(potentials[part], potentials[part + 1]), ev));
        }
        if (fromEnd[part]) {
            return potentialOf(part, course(part).resting().after(before[part], x - starts[part]));
        }
        return potentialOf(part, course(part).after(before[part], x - starts[part]));
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

    boolean isFinite() {
        return Arrays.stream(potentials).allMatch(Double::isFinite);
    }

    /** The part at x/L; at a boundary the one towards the anode. */
    int partAt(final double x) {
        final int found = Arrays.binarySearch(starts, x);
        return Math.max(0, Math.min(parts() - 1, found >= 0 ? found : -found - 2));
    }

    /** x/L where μ is {@code ev}, which lies between those of the part's ends. */
    double positionOf(final int part, final double ev) {
        final double z = zOf(part, ev);
        final boolean behind = fromEnd[part] && !(course(part).rests() && z * before[part] > 0);
        final SectionSolution course = fromEnd[part] ? course(part).resting() : course(part);
        final double x = behind ? starts[part + 1] - course.distance(z, zOf(part, potentials[part + 1]))
            : starts[part] + course.distance(before[part], z);
        return x > starts[part] ? Math.min(starts[part + 1], x) : starts[part];
    }

    double thermalEv() {
        return thermalEv;
    }

    /** L i_Li / σ_Li, eV. */
    double ionicSlopeEv(final int part) {
        return currents.ionicSlopeEv(section(part));
    }

    double zOf(final int part, final double ev) {
        return Math.sinh((ev - minimumEv(part)) / thermalEv);
    }

    double potentialOf(final int part, final double z) {
        return minimumEv(part) + thermalEv * Hyperbolic.arsinh(z);
    }
}
