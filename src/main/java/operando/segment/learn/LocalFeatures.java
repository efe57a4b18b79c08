package operando.segment.learn;

import java.util.ArrayList;
import java.util.List;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.SweptScan;

/**
 * The features made for this work ({@code operando} set; ours), in 3-D: the grey value; at Gaussian sigmas of 1, 2 and 4
 * voxels the smoothed grey value, the gradient's magnitude and the eigenvalues of the Hessian; at sigmas of 1 and 2 the
 * eigenvalues of the structure tensor, its products smoothed by 2 voxels; and, for a cell, how deep in the electrolyte a
 * voxel lies. Gradients and Hessians are scaled by sigma and its square, so that scales can be compared.
 */
public final class LocalFeatures implements VoxelFeatures {

    /** What all names of the set begin with. */
    public static final String PREFIX = "operando_";

    private static final String DEPTH = PREFIX + "depth";
    private static final double[] SIGMAS = {1, 2, 4};
    private static final int STRUCTURED = 2;
    private static final double STRUCTURE_SIGMA = 2;
    private static final String[] ORDER = {"largest", "middle", "smallest"};

    private final boolean withDepth;
    private final ElectrolyteDepth depth;

    private LocalFeatures(final boolean withDepth, final ElectrolyteDepth depth) {
        this.withDepth = withDepth;
        this.depth = depth;
    }

    /** For any scan. */
    public static LocalFeatures ofTexture() {
        return new LocalFeatures(false, null);
    }

    /** With the depth in the electrolyte, for scans of a cell that the column sweep can follow. */
    public static LocalFeatures ofCell() {
        return new LocalFeatures(true, null);
    }

    /**
     * The set with the features of these names.
     *
     * @throws InputException naming a feature that the set does not have
     */
    public static LocalFeatures named(final List<String> names) {
        final List<String> all = ofCell().names();
        names.stream().filter(name -> !all.contains(name)).findFirst().ifPresent(name -> {
            throw new InputException("feature " + name, "it is not of the operando set", "train the model again");
        });
        return new LocalFeatures(names.contains(DEPTH), null);
    }

    @Override
    public List<String> names() {
        final List<String> names = new ArrayList<>(List.of(PREFIX + "grey"));
        for (int s = 0; s < SIGMAS.length; s++) {
            names.add(PREFIX + "smoothed_" + SIGMAS[s]);
            names.add(PREFIX + "gradient_" + SIGMAS[s]);
            for (final String which : ORDER) {
                names.add(PREFIX + "hessian_" + which + "_" + SIGMAS[s]);
            }
            for (int i = 0; i < ORDER.length && s < STRUCTURED; i++) {
                names.add(PREFIX + "structure_" + ORDER[i] + "_" + SIGMAS[s]);
            }
        }
        if (withDepth) {
            names.add(DEPTH);
        }
        return names;
    }

    @Override
    public int reach() {
        final int fine = Blur.reach(SIGMAS[STRUCTURED - 1]) + 1 + Blur.reach(STRUCTURE_SIGMA);
        return Math.max(Blur.reach(SIGMAS[SIGMAS.length - 1]) + 1, fine);
    }

    @Override
    public int reachAcrossSlices() {
        return reach();
    }

    /** @throws InputException if the depth is asked for and the column sweep finds no cell in the scan */
    @Override
    public VoxelFeatures on(final Scan scan, final Cores cores, final Progress progress) {
        return withDepth ? new LocalFeatures(true, ElectrolyteDepth.in(scan, cores, progress)) : this;
    }

    /** The same, for a scan that has been swept already. */
    public VoxelFeatures on(final SweptScan swept) {
        return withDepth ? new LocalFeatures(true, ElectrolyteDepth.in(swept)) : this;
    }

    @Override
    public float[][] of(final VoxelBlock block) {
        final List<float[]> features = new ArrayList<>(List.of(block.box(block.read())));
        for (int s = 0; s < SIGMAS.length; s++) {
            final GreyVolume smooth = new Blur(SIGMAS[s]).of(block.read());
            features.add(block.box(smooth));
            final Derivatives derivatives = new Derivatives(smooth, SIGMAS[s]);
            features.add(derivatives.gradient(block));
            features.addAll(derivatives.hessian(block));
            if (s < STRUCTURED) {
                features.addAll(derivatives.structure(block, new Blur(STRUCTURE_SIGMA)));
            }
        }
        if (withDepth) {
            if (depth == null) {
                throw new IllegalStateException("the depth in the electrolyte belongs to one scan; call on(scan)");
            }
            features.add(depth.of(block));
        }
        return features.toArray(float[][]::new);
    }
}
