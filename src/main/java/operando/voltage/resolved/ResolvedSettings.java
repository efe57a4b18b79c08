package operando.voltage.resolved;

import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * How finely and how exactly {@link ResolvedModel} computes.
 *
 * @param firstCellPixels height of the cells at the contacts, pixels; default 0.125
 * @param growth          ratio of the heights of neighbouring cells away from a contact; default 1.25
 * @param tolerance       of the currents' balance, relative; default 1e-11
 */
public record ResolvedSettings(double firstCellPixels, double growth, double tolerance) {

    public ResolvedSettings {
        RangeCheck.positive("first cell", firstCellPixels, "pixels");
        RangeCheck.positive("tolerance", tolerance, "");
        if (!(growth >= 1 && growth <= 2)) {
            throw new InputException("growth", growth + " is not between 1 and 2", "give the ratio of neighbouring heights, such as 1.3");
        }
    }

    /** With these, cells of finite height change the constriction of contacts of single pixels by about 1 %, of larger ones by less. */
    public static ResolvedSettings defaults() {
        return new ResolvedSettings(0.125, 1.25, 1e-11);
    }
}
