package operando.segment;

import org.apache.commons.math3.special.Erf;

/**
 * Where the electrolyte's surface lies and how thick the void over it is, from grey values that blur has mixed (partial
 * volume; ours). Along a column the grey value is that of lithium L, of a void V of thickness t, and of interphase P,
 * blurred by a Gaussian of standard deviation σ. With u the distance from the surface,
 *
 * <pre>g(u) = L + (P − V) Φ(u/σ) − (L − V) Φ((u + t)/σ)</pre>
 *
 * It passes (L + P)/2 at u₀(t), and what it falls short of lithium up to there adds up to
 *
 * <pre>D(t) = (L − V) I(u₀ + t) − (P − V) I(u₀),  I(x) = x Φ(x/σ) + σ φ(x/σ)</pre>
 *
 * D rises with t, so a measured D gives t, and t gives u₀ and with it the surface. For t well below σ this fails: to first
 * order a thin void looks like a surface that lies deeper by t (L − V)/(P − L), and only a surface known from elsewhere
 * tells the two apart; see {@link ThinVoidCorrection}.
 */
final class PartialVolumeModel {

    private static final double STEP = 1.0 / 32;
    /** From a quarter to three quarters of the step from void to interphase, at both ends of lithium's grey values. */
    private static final double MIXED = 1.35;
    private static final int STEPS = 32 * 8;

    private final double lithium;
    private final double voids;
    private final double interphase;
    private final double sigma;
    private final float collectorLevel;
    private final float electrolyteLevel;
    private final float lithiumGrey;
    private final double[] shortfall = new double[STEPS + 1];
    private final double[] passing = new double[STEPS + 1];
    /** Where in {@link #shortfall} to begin looking for a shortfall, by equal parts of its range. */
    private final short[] near = new short[4 * STEPS];
    private final double partsPerGrey;

    /** @param sigma blur along the column, in voxels */
    PartialVolumeModel(final PhaseGreys greys, final double sigma) {
        lithium = greys.lithium();
        voids = greys.voids();
        interphase = greys.interphase();
        this.sigma = sigma;
        collectorLevel = (float) (greys.collector() + greys.lithium()) / 2;
        electrolyteLevel = (float) (greys.interphase() + greys.electrolyte()) / 2;
        lithiumGrey = (float) greys.lithium();
        for (int i = 0; i <= STEPS; i++) {
            passing[i] = passing(i * STEP * sigma);
            shortfall[i] = shortfall(i * STEP * sigma, passing[i]);
        }
        partsPerGrey = near.length / (shortfall[STEPS] - shortfall[0]);
        for (int part = 0, i = 0; part < near.length; part++) {
            while (i < STEPS - 1 && shortfall[i + 1] <= shortfall[0] + part / partsPerGrey) {
                i++;
            }
            near[part] = (short) i;
        }
    }

    double sigma() {
        return sigma;
    }

    /** Half-way between collector and lithium. */
    float collectorLevel() {
        return collectorLevel;
    }

    /** Half-way between interphase and electrolyte. */
    float electrolyteLevel() {
        return electrolyteLevel;
    }

    /** The grey value of lithium. */
    float lithium() {
        return lithiumGrey;
    }

    /** The grey value whose passing is looked for, (L + P)/2. */
    float level() {
        return (float) (lithium + interphase) / 2;
    }

    /** The thickness of the void, in voxels, before whose passing the grey value falls short by so much in all. */
    float thickness(final float measured) {
        if (measured <= shortfall[0]) {
            return 0;
        }
        final int i = index(measured);
        return (float) ((i + (measured - shortfall[i]) / (shortfall[i + 1] - shortfall[i])) * STEP * sigma);
    }

    /** Voxels that blur lets look like lithium between a void and the electrolyte. */
    int mixedVoxels() {
        return (int) Math.round(MIXED * sigma) + 1;
    }

    /** The thickness, in voxels, of a void with lithium on both sides: what the grey value falls short of lithium, over the step. */
    float buriedThickness(final GreyColumn column, final VoidRun run) {
        final int around = (int) Math.ceil(3 * sigma);
        final int to = Math.min(column.depth(), run.to() + around);
        double missing = 0;
        for (int height = Math.max(0, run.from() - around); height < to; height++) {
            missing += Math.min(lithium - voids, lithium - column.grey(height));
        }
        return (float) Math.max(0, missing / (lithium - voids));
    }

    /** The thickness, in voxels, of a void much thinner than the blur that moves the passing of the level by so much. */
    float thinVoid(final float passingAfterSurface) {
        return (float) ((interphase - lithium) / (lithium - voids) * passingAfterSurface);
    }

    /** How far behind the surface the level is passed under a void of this thickness, in voxels. */
    float passingAfterSurface(final float thickness) {
        final double place = Math.min(STEPS, thickness / (STEP * sigma));
        final int i = (int) Math.min(STEPS - 1, Math.floor(place));
        return (float) (passing[i] + (place - i) * (passing[i + 1] - passing[i]));
    }

    /** The blur that lets the grey value fall short by so much in all before an edge of so large a step. */
    static double sigma(final double step, final double shortfall) {
        return shortfall * Math.sqrt(2 * Math.PI) / step;
    }

    /** The last one that is not greater; each column in a void asks for it. */
    private int index(final double measured) {
        int i = near[(int) Math.min(near.length - 1, (measured - shortfall[0]) * partsPerGrey)];
        while (i > 0 && shortfall[i] > measured) {
            i--;
        }
        while (i < STEPS - 1 && shortfall[i + 1] <= measured) {
            i++;
        }
        return i;
    }

    private double passing(final double thickness) {
        double low = -sigma;
        double high = 4 * sigma;
        for (int i = 0; i < 60; i++) {
            final double middle = (low + high) / 2;
            if (grey(middle, thickness) < (lithium + interphase) / 2) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double grey(final double u, final double thickness) {
        return lithium + (interphase - voids) * cumulative(u) - (lithium - voids) * cumulative(u + thickness);
    }

    private double shortfall(final double thickness, final double end) {
        return (lithium - voids) * integral(end + thickness) - (interphase - voids) * integral(end);
    }

    private double integral(final double x) {
        return x * cumulative(x) + sigma * Math.exp(-x * x / (2 * sigma * sigma)) / Math.sqrt(2 * Math.PI);
    }

    private double cumulative(final double x) {
        return 0.5 * Erf.erfc(-x / (sigma * Math.sqrt(2)));
    }
}
