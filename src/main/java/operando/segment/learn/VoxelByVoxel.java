package operando.segment.learn;

/** Asks a classifier for one voxel after the other. */
record VoxelByVoxel(VoxelClassifier classifier) implements BlockClassifier {

    @Override
    public int classCount() {
        return classifier.classCount();
    }

    @Override
    public void classify(final float[][] features, final byte[] classes) {
        final float[] voxel = new float[features.length];
        for (int i = 0; i < classes.length; i++) {
            for (int f = 0; f < voxel.length; f++) {
                voxel[f] = features[f][i];
            }
            classes[i] = (byte) classifier.classOf(voxel);
        }
    }

    @Override
    public void probabilities(final float[][] features, final float[][] probabilities) {
        final float[] voxel = new float[features.length];
        final double[] of = new double[classifier.classCount()];
        for (int i = 0; i < probabilities[0].length; i++) {
            for (int f = 0; f < voxel.length; f++) {
                voxel[f] = features[f][i];
            }
            classifier.probabilities(voxel, of);
            for (int c = 0; c < of.length; c++) {
                probabilities[c][i] = (float) of[c];
            }
        }
    }
}
