package operando.segment.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import operando.cell.InputException;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.ColumnSweep;
import operando.segment.SweepResult;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;

/**
 * The features made for this work ({@code operando} set; ours), in 3-D: the grey value; at Gaussian sigmas of 1, 2 and 4
 * voxels the smoothed grey value, the gradient's magnitude and the eigenvalues of the Hessian; at sigmas of 1 and 2 the
 * eigenvalues of the structure tensor, its products smoothed by 2 voxels; and how deep in a cell's electrolyte a voxel
 * lies. In wide sets also the structure tensor at 4 voxels. Gradients and Hessians are scaled by sigma and its square, so that scales can be compared.
 */
public final class LocalFeatures implements VoxelFeatures {

    private static final long serialVersionUID = 1L;

    /** What all names of the set begin with. */
    public static final String PREFIX = "operando_";

    private static final String DEPTH = PREFIX + "depth_" + ElectrolyteDepth.NEAR;
    private static final double[] SIGMAS = {1, 2, 4};
    // At wider scales the eigenvalues of the structure tensor are no part of the texture, whose models are not to change.
    private static final int STRUCTURED = 2;
    private static final double STRUCTURE_SIGMA = 2;
    private static final String[] ORDER = {"largest", "middle", "smallest"};

    private static final List<String> ALL = allNames();

    private final List<String> names;
    private final ElectrolyteDepth depth;

    private LocalFeatures(final List<String> names, final ElectrolyteDepth depth) {
        this.names = List.copyOf(names);
        this.depth = depth;
    }

    /**
     * Those for scans of a cell that the column sweep can follow: the depth and what is seen near a voxel. Wider surroundings
     * would tell how thick a layer was in the scans trained on.
     */
    public static LocalFeatures ofCell() {
        final List<String> near = new ArrayList<>(List.of(ALL.get(0), smoothed(0), gradient(0), smoothed(1), DEPTH));
        near.addAll(hessian(0));
        near.addAll(structure(0));
        near.addAll(hessian(1));
        return named(near);
    }

    /** All but the depth in the electrolyte and the structure tensor at 4 voxels, for any scan. */
    public static LocalFeatures ofTexture() {
        return new LocalFeatures(ALL.stream().filter(name -> !name.equals(DEPTH) && !structure(STRUCTURED).contains(name)).toList(), null);
    }

    /** All but the depth in the electrolyte. */
    static LocalFeatures ofAllTexture() {
        return new LocalFeatures(ALL.stream().filter(name -> !name.equals(DEPTH)).toList(), null);
    }

    /** The grey value, as it is and smoothed by one and two voxels. */
    public static LocalFeatures ofBrightness() {
        return named(List.of(PREFIX + "grey", PREFIX + "smoothed_1.0", PREFIX + "smoothed_2.0"));
    }

    /**
     * The features of these names, in the set's own order.
     *
     * @throws InputException naming a feature that the set does not have
     */
    public static LocalFeatures named(final List<String> wanted) {
        wanted.stream().filter(name -> !ALL.contains(name)).findFirst().ifPresent(name -> {
            throw new InputException("feature " + name, "nothing here computes it beside features of the operando set", "train with others");
        });
        return new LocalFeatures(ALL.stream().filter(wanted::contains).toList(), null);
    }

    private static List<String> allNames() {
        final List<String> all = new ArrayList<>(List.of(PREFIX + "grey"));
        for (int s = 0; s < SIGMAS.length; s++) {
            all.add(smoothed(s));
            all.add(gradient(s));
            all.addAll(hessian(s));
            all.addAll(structure(s));
        }
        all.add(DEPTH);
        return all;
    }

    private static String smoothed(final int scale) {
        return PREFIX + "smoothed_" + SIGMAS[scale];
    }

    private static String gradient(final int scale) {
        return PREFIX + "gradient_" + SIGMAS[scale];
    }

    private static List<String> hessian(final int scale) {
        return Arrays.stream(ORDER).map(which -> PREFIX + "hessian_" + which + "_" + SIGMAS[scale]).toList();
    }

    private static List<String> structure(final int scale) {
        return Arrays.stream(ORDER).map(which -> PREFIX + "structure_" + which + "_" + SIGMAS[scale]).toList();
    }

    private boolean has(final List<String> some) {
        return some.stream().anyMatch(names::contains);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public int reach() {
        int reach = 0;
        for (int s = 0; s < SIGMAS.length; s++) {
            final int blur = Blur.reach(SIGMAS[s]);
            if (has(structure(s))) {
                reach = Math.max(reach, blur + 1 + Blur.reach(STRUCTURE_SIGMA));
            }
            if (has(hessian(s)) || names.contains(gradient(s))) {
                reach = Math.max(reach, blur + 1);
            }
            if (names.contains(smoothed(s))) {
                reach = Math.max(reach, blur);
            }
        }
        return reach;
    }

    @Override
    public int reachAcrossSlices() {
        return reach();
    }

    @Override
    public long bytesToFit(final Scan scan, final int threads) {
        return names.contains(DEPTH) ? ColumnSweep.memory(scan, threads).bytes() : 0;
    }

    @Override
    public long bytesKept() {
        return depth == null ? 0 : depth.bytes();
    }

    /** @throws InputException if the depth is asked for and the column sweep finds no cell in the scan */
    @Override
    public VoxelFeatures fitted(final Scan scan, final Cores cores, final Progress progress) {
        return names.contains(DEPTH) ? new LocalFeatures(names, ElectrolyteDepth.in(scan, cores, progress)) : this;
    }

    /** The same, for a scan that has been swept already. */
    public VoxelFeatures on(final SweepResult swept) {
        return names.contains(DEPTH) ? new LocalFeatures(names, ElectrolyteDepth.in(swept)) : this;
    }

    @Override
    public float[][] of(final VoxelBlock block) {
        final Map<String, float[]> found = new LinkedHashMap<>();
        found.put(ALL.get(0), block.box(block.read()));
        for (int s = 0; s < SIGMAS.length; s++) {
            find(s, block, found);
        }
        if (names.contains(DEPTH)) {
            if (depth == null) {
                throw new IllegalStateException("the depth in the electrolyte belongs to one scan; call on(scan)");
            }
            found.put(DEPTH, depth.of(block));
        }
        return names.stream().map(found::get).toArray(float[][]::new);
    }

    private void find(final int scale, final VoxelBlock block, final Map<String, float[]> found) {
        final boolean derived = names.contains(gradient(scale)) || has(hessian(scale)) || has(structure(scale));
        if (!derived && !names.contains(smoothed(scale))) {
            return;
        }
        final int smoothingReach = has(structure(scale)) ? Blur.reach(STRUCTURE_SIGMA) : 0;
        final int reach = Blur.reach(SIGMAS[scale]) + 1 + smoothingReach;
        final VoxelBlock smooth = new Blur(SIGMAS[scale]).of(block.around(reach, reach), 1 + smoothingReach);
        found.put(smoothed(scale), smooth.box(smooth.read()));
        if (derived) {
            final Derivatives derivatives = new Derivatives(smooth, SIGMAS[scale]);
            found.put(gradient(scale), derivatives.gradient());
            putAll(hessian(scale), has(hessian(scale)) ? derivatives.hessian() : new float[0][], found);
            putAll(structure(scale), has(structure(scale)) ? derivatives.structure(new Blur(STRUCTURE_SIGMA)) : new float[0][], found);
        }
    }

    private static void putAll(final List<String> keys, final float[][] values, final Map<String, float[]> found) {
        for (int i = 0; i < values.length; i++) {
            found.put(keys.get(i), values[i]);
        }
    }
}
