package operando.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.NaNCheckedScan;
import operando.scan.Scan;
import operando.segment.GreyPeaks.Peak;

/**
 * Finds the grey value of each phase in one scan, so that grey drift between scans does not matter (ours). The histogram
 * is taken inside phases only (3 × 3 × 3 means of places without an edge). Of its peaks, electrolyte is the largest in the
 * middle third of the stack, collector the largest clearly brighter one, lithium the darker one that the outer thirds
 * have most in excess, interphase the largest between lithium and electrolyte, void the largest darker than lithium. A
 * missing interphase is put at 2/5 of the way from lithium to electrolyte, missing voids as far below lithium as the
 * interphase is above it. Where a single electrode is in view and reaches into the middle third, electrolyte is the brightest
 * phase there and lithium the largest darker one. Thresholds are half-way between neighbouring phases.
 */
public final class AutoThresholds {

    /** Peaks nearer than this part of the step from lithium to electrolyte are of one phase. */
    private static final double CLEARLY = 0.15;
    private static final double LEAST_SHARE = 0.01;
    private static final double USUAL_INTERPHASE = 0.4;

    private AutoThresholds() {
    }

    /**
     * @throws InputException if the scan has no electrolyte with something darker beside it, or a voxel that is no number
     */
    public static PhaseGreys of(final Scan scan, final Cores cores, final Progress progress) {
        return in(EdgeFreeHistogram.of(NaNCheckedScan.of(scan), cores, progress), scan.name());
    }

    static PhaseGreys in(final EdgeFreeHistogram overview, final String name) {
        final List<Peak> peaks = GreyPeaks.of(overview);
        final Peak inMiddle = largest(peaks, Comparator.comparingDouble(Peak::inner), peak -> true).orElseThrow(() -> noPhases(name));
        final Optional<Peak> outside = largest(peaks, Comparator.comparingDouble(Peak::outerExcess),
            peak -> peak.grey() < inMiddle.grey() && peak.outerExcess() > 0);
        final Peak electrolyte = outside.isPresent() ? inMiddle : electrolyteBesideOneElectrode(peaks).orElseThrow(() -> noPhases(name));
        final Peak lithium = outside.or(() -> largest(peaks, Comparator.comparingDouble(Peak::count),
            peak -> peak.grey() < electrolyte.grey() && peak.count() > LEAST_SHARE * count(peaks))).orElseThrow(() -> noPhases(name));
        final double step = electrolyte.grey() - lithium.grey();
        final double clearly = CLEARLY * step;
        final Optional<Peak> collector = largest(peaks, Comparator.comparingDouble(Peak::count),
            peak -> peak.grey() > electrolyte.grey() + clearly);
        final double interphase = largest(peaks, Comparator.comparingDouble(Peak::outerExcess),
            peak -> peak.grey() > lithium.grey() + clearly && peak.grey() < electrolyte.grey() - clearly && peak.outerExcess() > 0)
            .map(Peak::grey).orElse(lithium.grey() + USUAL_INTERPHASE * step);
        final double voids = largest(peaks, Comparator.comparingDouble(Peak::count), peak -> peak.grey() < lithium.grey() - clearly)
            .map(Peak::grey).orElse(2 * lithium.grey() - interphase);
        return new PhaseGreys(voids, lithium.grey(), interphase, electrolyte.grey(),
            collector.map(Peak::grey).orElse(Double.NaN));
    }

    /** Where a single electrode reaches into the middle of the view: the brightest phase that does so, too. */
    private static Optional<Peak> electrolyteBesideOneElectrode(final List<Peak> peaks) {
        final double inner = peaks.stream().mapToLong(Peak::inner).sum();
        return largest(peaks, Comparator.comparingDouble(Peak::grey), peak -> peak.inner() > LEAST_SHARE * inner);
    }

    private static double count(final List<Peak> peaks) {
        return peaks.stream().mapToLong(Peak::count).sum();
    }

    private static Optional<Peak> largest(final List<Peak> peaks, final Comparator<Peak> by, final Predicate<Peak> which) {
        return peaks.stream().filter(which).max(by);
    }

    private static InputException noPhases(final String name) {
        return new InputException(name, "no lithium is found beside an electrolyte in the histogram",
            "give thresholds in place of auto, or check the stack axis");
    }
}
