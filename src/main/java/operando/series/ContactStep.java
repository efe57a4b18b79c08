package operando.series;

import operando.cell.Side;
import operando.measure.RoughnessAndVoids;

/**
 * What happened at one side from one scan to the next.
 *
 * @param fromRow                 row of the earlier scan in the time series
 * @param toRow                   row of the later scan
 * @param keptMm2                 area in contact at both times, mm²
 * @param gainedMm2               in contact only later, mm²
 * @param lostMm2                 in contact only earlier, mm²
 * @param contactChangePercent    of the earlier contact area
 * @param voids                   what became of the voids
 * @param roughness               whether voids formed where the interface was rough
 */
public record ContactStep(int fromRow, int toRow, Side side, double keptMm2, double gainedMm2, double lostMm2,
                          double contactChangePercent, VoidCounts voids, RoughnessAndVoids roughness) {

    /** Numbers of voids by their fate, and the volumes that go with them in µm³. */
    public record VoidCounts(int appeared, int grew, int shrank, int closed, int unchanged, double appearedUm3,
                             double grewUm3, double shrankUm3, double closedUm3) {
    }
}
