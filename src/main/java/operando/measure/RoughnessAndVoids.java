package operando.measure;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.TestUtils;

/**
 * Whether voids form where an interface is rough (Lewis et al. found that they do not). Local roughness is the standard
 * deviation of the interface height in a square around a column; squares that do not overlap count as one observation each.
 *
 * @param newVoidUm   mean local roughness where a void appeared between two scans, µm; NaN without any
 * @param contactUm   mean local roughness where contact was kept, µm; NaN without any
 * @param newVoids    squares with a new void
 * @param contacts    squares with contact kept
 * @param pValue      of Welch's t-test that both means are equal; NaN with fewer than two squares of a kind
 */
public record RoughnessAndVoids(double newVoidUm, double contactUm, long newVoids, long contacts, double pValue) {

    /** Part of a square that must be contact at first for it to count. */
    private static final double MOSTLY = 0.8;
    /** Part of a square that must turn into void for it to count as a new void. */
    private static final double SOME = 0.2;

    /**
     * @param width    columns along x
     * @param heightUm height of the interface in the earlier scan, µm; NaN where there is none
     * @param earlier  contact in the earlier scan, 0 without
     * @param later    contact in the later scan
     * @param edge     edge of the squares, columns
     */
    public static RoughnessAndVoids between(final int width, final float[] heightUm, final byte[] earlier, final byte[] later, final int edge) {
        final SummaryStatistics formed = new SummaryStatistics();
        final SummaryStatistics kept = new SummaryStatistics();
        final int height = heightUm.length / width;
        for (int y = 0; y + edge <= height; y += edge) {
            for (int x = 0; x + edge <= width; x += edge) {
                final BestPlane plane = new BestPlane();
                int inContact = 0;
                int lost = 0;
                for (int j = y; j < y + edge; j++) {
                    for (int i = x; i < x + edge; i++) {
                        final int column = j * width + i;
                        plane.add(i, j, heightUm[column]);
                        inContact += earlier[column] != 0 ? 1 : 0;
                        lost += earlier[column] != 0 && later[column] == 0 ? 1 : 0;
                    }
                }
                final double roughness = plane.roughness();
                if (!Double.isNaN(roughness) && inContact >= MOSTLY * edge * edge) {
                    (lost >= SOME * edge * edge ? formed : kept).addValue(roughness);
                }
            }
        }
        final double p = formed.getN() > 1 && kept.getN() > 1 ? TestUtils.tTest(formed, kept) : Double.NaN;
        return new RoughnessAndVoids(formed.getN() == 0 ? Double.NaN : formed.getMean(), kept.getN() == 0 ? Double.NaN : kept.getMean(),
            formed.getN(), kept.getN(), p);
    }
}
