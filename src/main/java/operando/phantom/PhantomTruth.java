package operando.phantom;

import java.util.List;

import operando.cell.Side;
import operando.cell.Thresholds;

/**
 * What a synthetic series is made of, in continuous geometry: nothing here has been voxelised. A column is in contact
 * where its lithium touches the electrolyte (or its interphase) without a void between them. Means over the cell are
 * taken at {@code 640} points along its longer side.
 *
 * @param settings     all settings of the series
 * @param crossSectionMm2 area of the cell's cross-section
 * @param thresholds   grey values half-way between neighbouring phases in the stacks, without drift
 * @param scans        the truth of each scan, in order of time
 */
public record PhantomTruth(PhantomSettings settings, double crossSectionMm2, Thresholds thresholds,
                           List<ScanTruth> scans) {

    /**
     * The truth of one scan.
     *
     * @param timeH                   time since the start, h
     * @param currentDensityMAPerCm2  current density, mA cm⁻², positive when TOP is stripped
     * @param stackThicknessUm        from collector to collector
     * @param electrolyteThicknessUm  mean thickness of the electrolyte between the interphases
     * @param voltageV                voltage of the model at this state, without noise
     * @param motion                  displacement of the electrolyte since the first scan
     */
    public record ScanTruth(String name, double timeH, double currentDensityMAPerCm2, double stackThicknessUm,
                            double electrolyteThicknessUm, double voltageV, SideTruth top, SideTruth bottom,
                            PelletMotion motion) {

        public SideTruth side(final Side side) {
            return side == Side.TOP ? top : bottom;
        }
    }

    /**
     * The truth of one side in one scan.
     *
     * @param contactFraction      part of the cross-section where lithium touches the electrolyte
     * @param contactAreaMm2       the same as an area
     * @param voidVolumeUm3        volume of the interfacial voids
     * @param meanVoidThicknessUm  mean over the part of the cross-section that has a void; 0 without voids
     * @param maxVoidThicknessUm   greatest thickness of a void
     * @param lithiumVolumeUm3     volume of the lithium metal, without voids
     * @param interphaseVolumeUm3  volume of the interphase
     * @param interphaseThicknessUm mean thickness of the interphase
     * @param interphaseThicknessDeviationUm standard deviation of its thickness over the cross-section
     * @param interfacePositionUm  mean height of the electrolyte's surface, from the outer face of the first slice
     * @param collectorPositionUm  mean height of the collector's surface, from the outer face of the first slice
     * @param roughnessUm          root mean square of the interface's height about its best plane
     */
    public record SideTruth(double contactFraction, double contactAreaMm2, double voidVolumeUm3,
                            double meanVoidThicknessUm, double maxVoidThicknessUm, double lithiumVolumeUm3,
                            double interphaseVolumeUm3, double interphaseThicknessUm,
                            double interphaseThicknessDeviationUm, double interfacePositionUm,
                            double collectorPositionUm, double roughnessUm) {
    }
}
