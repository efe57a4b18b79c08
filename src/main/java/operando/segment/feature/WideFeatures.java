package operando.segment.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;

/**
 * What is seen near a voxel ({@link LocalFeatures}, with the structure tensor at 4 voxels) and in its wider surroundings, in 3-D: at sigmas of 8 and 16 voxels the smoothed grey
 * value, the gradient's magnitude and the eigenvalues of Hessian and structure tensor, the products of the latter smoothed by the sigma once
 * more. The wide ones come from the scan with cubes of 4 and of 8 voxels taken together, which is kept in memory: 1/64 and 1/512 of its voxels
 * as floats.
 */
public final class WideFeatures implements VoxelFeatures {

    private static final long serialVersionUID = 1L;

    private static final int[] FACTORS = {4, 8};
    private static final String[] KINDS = {"smoothed", "gradient", "hessian_largest", "hessian_middle", "hessian_smallest", "structure_largest", "structure_middle",
        "structure_smallest"};
    private static final List<String> WIDE = wideNames();

    private final VoxelFeatures near;
    private final List<String> names;
    private final List<CoarseStack> stacks;

    private WideFeatures(final VoxelFeatures near, final List<String> names, final List<CoarseStack> stacks) {
        this.near = near;
        this.names = List.copyOf(names);
        this.stacks = List.copyOf(stacks);
    }

    /** The texture of any scan, near and wide. */
    public static WideFeatures ofTexture() {
        final LocalFeatures near = LocalFeatures.ofAllTexture();
        final List<String> names = new ArrayList<>(near.names());
        names.addAll(WIDE);
        return new WideFeatures(near, names, List.of());
    }

    /** Whether some of the features look further than {@link LocalFeatures}. */
    static boolean isAmong(final List<String> names) {
        return names.stream().anyMatch(WIDE::contains);
    }

    /**
     * The features of these names, in the set's own order.
     *
     * @throws operando.cell.InputException naming a feature that the set does not have
     */
    static WideFeatures named(final List<String> wanted) {
        final LocalFeatures near = LocalFeatures.named(wanted.stream().filter(name -> !WIDE.contains(name)).toList());
        final List<String> names = new ArrayList<>(near.names());
        WIDE.stream().filter(wanted::contains).forEach(names::add);
        return new WideFeatures(near, names, List.of());
    }

    private static List<String> wideNames() {
        final List<String> all = new ArrayList<>();
        for (final int factor : FACTORS) {
            for (final String kind : KINDS) {
                all.add(LocalFeatures.PREFIX + kind + "_" + 2.0 * factor);
            }
        }
        return all;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public int reach() {
        return near.reach();
    }

    @Override
    public int reachAcrossSlices() {
        return near.reachAcrossSlices();
    }

    @Override
    public long bytesKept() {
        return near.bytesKept() + stacks.stream().mapToLong(CoarseStack::bytes).sum();
    }

    @Override
    public long bytesToFit(final Scan scan, final int threads) {
        return Math.max(near.bytesToFit(scan, threads), CoarseStack.bytesToMake(scan, FACTORS[0], threads));
    }

    @Override
    public VoxelFeatures fitted(final Scan scan, final Cores cores, final Progress progress) {
        final VoxelFeatures ready = near.fitted(scan, cores, progress.part(0, 0.5));
        final CoarseStack coarse = CoarseStack.of(scan, FACTORS[0], cores);
        progress.report(1, "Wider surroundings");
        return new WideFeatures(ready, names, List.of(coarse, coarse.coarser(FACTORS[1] / FACTORS[0], cores)));
    }

    @Override
    public VoxelFeatures reading(final Scan scan, final int threads) {
        return new WideFeatures(near.reading(scan, threads), names, stacks);
    }

    @Override
    public float[][] of(final VoxelBlock block) {
        if (stacks.isEmpty()) {
            throw new IllegalStateException("wide surroundings belong to one scan; call on(scan)");
        }
        final Map<String, float[]> found = new LinkedHashMap<>();
        final float[][] close = near.of(block);
        for (int f = 0; f < close.length; f++) {
            found.put(near.names().get(f), close[f]);
        }
        for (int level = 0; level < stacks.size(); level++) {
            final List<String> here = WIDE.subList(level * KINDS.length, (level + 1) * KINDS.length);
            if (here.stream().anyMatch(names::contains)) {
                final float[][] wide = stacks.get(level).of(block);
                for (int f = 0; f < wide.length; f++) {
                    found.put(here.get(f), wide[f]);
                }
            }
        }
        return names.stream().map(found::get).toArray(float[][]::new);
    }
}
