package operando.segment.feature;

import java.util.List;

import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.segment.feature.block.VoxelBlock;
import operando.segment.feature.block.VoxelFeatures;

/** Features in the order in which a model takes them. */
record OrderedFeatures(VoxelFeatures features, List<String> names) implements VoxelFeatures {

    @Override
    public int reach() {
        return features.reach();
    }

    @Override
    public int reachAcrossSlices() {
        return features.reachAcrossSlices();
    }

    @Override
    public float[][] of(final VoxelBlock block) {
        final float[][] found = features.of(block);
        final List<String> order = features.names();
        return names.stream().map(name -> found[order.indexOf(name)]).toArray(float[][]::new);
    }

    @Override
    public long bytesKept() {
        return features.bytesKept();
    }

    @Override
    public long bytesToFit(final Scan scan, final int threads) {
        return features.bytesToFit(scan, threads);
    }

    @Override
    public VoxelFeatures fitted(final Scan scan, final Cores cores, final Progress progress) {
        return new OrderedFeatures(features.fitted(scan, cores, progress), names);
    }

    @Override
    public VoxelFeatures reading(final Scan scan, final int threads) {
        return new OrderedFeatures(features.reading(scan, threads), names);
    }
}
