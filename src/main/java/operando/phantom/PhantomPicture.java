package operando.phantom;

import operando.cell.InputException;
import operando.cell.Phase;
import operando.cell.Thresholds;
import operando.scan.PixelType;

/**
 * Grey levels of the phases and the flaws of the imaging, on a scale of 256 levels. Stacks of 16 bits hold 256 counts a
 * level, 8-bit and 32-bit stacks one.
 *
 * @param outside      grey level around a round cell
 * @param voids        grey level of voids and pores
 * @param lithium      grey level of lithium
 * @param interphase   grey level of the interphase
 * @param electrolyte  mean grey level of the electrolyte
 * @param collector    grey level of the current collectors
 * @param grains       standard deviation of the electrolyte's grain texture, levels
 * @param grainUm      distance of the grains, µm
 * @param blurUm       standard deviation of the Gaussian blur, µm
 * @param noise        standard deviation of the white noise after blurring, levels
 * @param rings        standard deviation of the ring artefacts around the stack's centre, levels
 * @param drift        standard deviation from scan to scan of the offset (levels) and of the gain (per cent)
 * @param subColumns   columns a voxel is divided into along x and y where it is rendered
 * @param pixelType    type of the stacks
 */
public record PhantomPicture(double outside, double voids, double lithium, double interphase, double electrolyte,
                             double collector, double grains, double grainUm, double blurUm, double noise, double rings,
                             double drift, int subColumns, PixelType pixelType) {

    public PhantomPicture {
        if (!(voids < lithium && lithium < interphase && interphase < electrolyte && electrolyte < collector)) {
            throw new InputException("phantom grey levels", "void " + voids + ", lithium " + lithium + ", interphase "
                + interphase + ", electrolyte " + electrolyte + ", collector " + collector + " do not rise",
                "give void < lithium < interphase < electrolyte < collector");
        }
        Range.check("outside", outside, 0, 255);
        Range.check("grains", grains, 0, 100);
        Range.check("grainUm", grainUm, 0.1, 1000);
        Range.check("blurUm", blurUm, 0, 100);
        Range.check("noise", noise, 0, 100);
        Range.check("rings", rings, 0, 100);
        Range.check("drift", drift, 0, 30);
        Range.check("subColumns", subColumns, 1, 16);
    }

    /** Steps of 40 levels from void to lithium and from lithium to interphase, noise 6, no rings, no drift, 8 bits. */
    public static PhantomPicture defaults() {
        return new PhantomPicture(15, 40, 80, 120, 170, 230, 5, 5, 1.2, 6, 0, 0, 3, PixelType.UINT8);
    }

    public PhantomPicture withPixelType(final PixelType type) {
        return new PhantomPicture(outside, voids, lithium, interphase, electrolyte, collector, grains, grainUm, blurUm,
            noise, rings, drift, subColumns, type);
    }

    public PhantomPicture withRingsAndDrift(final double newRings, final double newDrift) {
        return new PhantomPicture(outside, voids, lithium, interphase, electrolyte, collector, grains, grainUm, blurUm,
            noise, newRings, newDrift, subColumns, pixelType);
    }

    public PhantomPicture withNoise(final double newNoise) {
        return new PhantomPicture(outside, voids, lithium, interphase, electrolyte, collector, grains, grainUm, blurUm,
            newNoise, rings, drift, subColumns, pixelType);
    }

    public PhantomPicture withSubColumns(final int count) {
        return new PhantomPicture(outside, voids, lithium, interphase, electrolyte, collector, grains, grainUm, blurUm,
            noise, rings, drift, count, pixelType);
    }

    /** The same cell without blur, grains, noise, rings and drift, for closed forms. */
    public PhantomPicture clean() {
        return new PhantomPicture(outside, voids, lithium, interphase, electrolyte, collector, 0, grainUm, 0, 0, 0, 0,
            subColumns, pixelType);
    }

    /** The grey value of a phase in the stack, without drift. */
    public double grey(final Phase phase) {
        return countsPerLevel() * switch (phase) {
            case OUTSIDE -> outside;
            case VOID, PORE -> voids;
            case LITHIUM -> lithium;
            case INTERPHASE -> interphase;
            case ELECTROLYTE -> electrolyte;
            case COLLECTOR -> collector;
        };
    }

    /** Thresholds half-way between neighbouring phases, in the stack's grey values, without drift. */
    public Thresholds thresholds() {
        return new Thresholds((grey(Phase.VOID) + grey(Phase.LITHIUM)) / 2,
            (grey(Phase.LITHIUM) + grey(Phase.INTERPHASE)) / 2,
            (grey(Phase.INTERPHASE) + grey(Phase.ELECTROLYTE)) / 2,
            (grey(Phase.ELECTROLYTE) + grey(Phase.COLLECTOR)) / 2);
    }

    double countsPerLevel() {
        return pixelType == PixelType.UINT16 ? 256 : 1;
    }
}
