package operando.cell;

import java.io.Serializable;

/**
 * The grey values that separate neighbouring phases, in the stack's own grey scale
 * (Lewis et al., Segmentation Analysis; grey rises with the mean atomic number).
 *
 * @param voidLithium           below it a voxel is void
 * @param lithiumInterphase     below it a voxel is lithium
 * @param interphaseElectrolyte below it a voxel is interphase
 * @param electrolyteCollector  above it a voxel is current collector; positive infinity when no collector is in view
 */
public record Thresholds(double voidLithium, double lithiumInterphase, double interphaseElectrolyte,
                         double electrolyteCollector) implements Serializable {

    public Thresholds {
        if (!(voidLithium < lithiumInterphase && lithiumInterphase < interphaseElectrolyte
            && interphaseElectrolyte < electrolyteCollector)) {
            throw new InputException("thresholds",
                "void " + voidLithium + ", lithium " + lithiumInterphase + ", interphase " + interphaseElectrolyte
                    + ", collector " + electrolyteCollector + " do not rise",
                "give void < lithium < interphase < collector");
        }
    }
}
