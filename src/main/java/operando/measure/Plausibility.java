package operando.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.segment.ImageQuality;
import operando.segment.SweepResult;

/** What makes the numbers of a scan doubtful, a sentence each with the likely cause; nothing for a scan as it should be. */
public final class Plausibility {

    /** A rougher interface, as part of the stack's height, is none. */
    private static final double ROUGHEST = 0.1;
    /** A thicker interphase, as part of the stack's height, is none. */
    private static final double THICKEST = 0.25;

    private final SweepResult swept;
    private final ScanMeasures measures;
    private final double heightUm;
    private final List<String> doubts = new ArrayList<>();

    private Plausibility(final SweepResult swept, final ScanMeasures measures, final VoxelSize voxel) {
        this.swept = swept;
        this.measures = measures;
        heightUm = swept.depth() * voxel.zUm();
    }

    public static List<String> doubts(final SweepResult swept, final ScanMeasures measures, final VoxelSize voxel) {
        final Plausibility of = new Plausibility(swept, measures, voxel);
        swept.quality().ifPresent(of::quality);
        for (final Side side : Side.values()) {
            of.side(side);
        }
        return List.copyOf(of.doubts);
    }

    private void quality(final ImageQuality quality) {
        if (!(quality.falseVoidShare() <= ImageQuality.DOUBTFUL)) {
            add("the contrast is %.1f times the noise (5.8 is needed), so that about %.0f %% of the contact looks like voids; filter the scans "
                + "(filters: auto) or average more projections", quality.contrastToNoise(), 100 * quality.falseVoidShare());
        }
        if (quality.blurVoxels() > ImageQuality.MOST_BLUR) {
            add("edges are blurred over %.1f voxels (full width at half maximum; %.1f are allowed), so that thin voids are not seen",
                quality.resolutionVoxels(), quality.resolutionVoxels() / quality.blurVoxels() * ImageQuality.MOST_BLUR);
        }
    }

    private void side(final Side side) {
        final SideMeasures of = measures.side(side);
        if (!of.interfacePositionUm().isPresent()) {
            add("there are no numbers for the %s: %s", side.key(), of.interfacePositionUm().reason());
            return;
        }
        if (!of.collectorPositionUm().isPresent()) {
            add("no current collector is in view at the %s; its position and the stack's thickness stay empty, and lithium is counted from the edge "
                + "of the view", side.key());
        }
        if (of.roughnessUm().value() > ROUGHEST * heightUm) {
            add("the interface at the %s goes up and down by %.3g µm in a stack of %.3g µm; probably the stack axis or the thresholds are wrong",
                side.key(), of.roughnessUm().value(), heightUm);
        }
        if (of.interphaseThicknessUm().value() > THICKEST * heightUm) {
            add("the interphase at the %s is %.3g µm thick in a stack of %.3g µm; probably the thresholds or the stack axis are wrong", side.key(),
                of.interphaseThicknessUm().value(), heightUm);
        }
    }

    private void add(final String text, final Object... values) {
        doubts.add(swept.name() + ": " + String.format(Locale.ROOT, text, values));
    }
}
