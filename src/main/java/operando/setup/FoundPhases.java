package operando.setup;

import java.util.Optional;

import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.AxisView;
import operando.scan.NaNCheckedScan;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.StackAxis;
import operando.segment.ColumnSweep;
import operando.segment.EdgeFreeHistogram;
import operando.segment.SweepSettings;

/**
 * What one scan's image tells of how it is to be segmented.
 *
 * @param stackAxis  along which its layers follow one another
 * @param axisSeen   whether the image tells; otherwise z
 * @param thresholds found in it along that axis; none if they cannot be
 * @param doubt      why there are none, and blank otherwise
 */
public record FoundPhases(StackAxis stackAxis, boolean axisSeen, Optional<Thresholds> thresholds, String doubt) {

    /** @throws InputException if the scan cannot be read or a voxel is no number */
    public static FoundPhases in(final Scan scan, final Cores cores, final Progress progress) {
        final Optional<StackAxis> layers = EdgeFreeHistogram.of(NaNCheckedScan.of(RoundMask.filled(scan)), cores, progress.part(0, 0.4)).layers();
        final FoundPhases along = along(scan, layers.orElse(StackAxis.Z), cores, progress.part(0.4, 1));
        return new FoundPhases(along.stackAxis, layers.isPresent(), along.thresholds, along.doubt);
    }

    /** The thresholds along an axis that somebody says. */
    public static FoundPhases along(final Scan scan, final StackAxis axis, final Cores cores, final Progress progress) {
        try {
            return new FoundPhases(axis, true, Optional.of(new ColumnSweep(SweepSettings.defaults()).thresholds(AxisView.along(RoundMask.filled(scan), axis), cores, progress)), "");
        } catch (final InputException e) {
            return new FoundPhases(axis, true, Optional.empty(), e.getMessage());
        }
    }
}
