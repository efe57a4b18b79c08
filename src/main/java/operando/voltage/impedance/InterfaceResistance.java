package operando.voltage.impedance;

import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.series.LinearInterpolation;
import operando.series.TimeSeries;
import operando.voltage.impedance.CircuitFit.Resistance;

/**
 * The resistance of the interfaces beside the contact that carries it (ours). Of a symmetric cell whose two interfaces have one areal
 * resistance r, R_int = r (1/A_top + 1/A_bottom): over 1/A_top + 1/A_bottom it is a line through the origin, and r = R_int A with
 * A = 1 / (1/A_top + 1/A_bottom), the contact in series. A resistance that rises more than this has another cause than lost contact.
 */
public final class InterfaceResistance {

    /** Names of what {@link #columns} gives. */
    public static final List<String> COLUMNS = List.of("contact_area_top_mm2", "contact_area_bottom_mm2", "contact_area_in_series_mm2", "R_int_of_contact_ohm_cm2",
        "R_int_of_contact_ohm_cm2_se");

    private static final double CM2_PER_MM2 = 1e-2;

    private final LinearInterpolation[] area = new LinearInterpolation[Side.values().length];

    /** @throws InputException if the series has no contact areas of both sides */
    public InterfaceResistance(final TimeSeries series, final String file) {
        for (final Side side : Side.values()) {
            area[side.ordinal()] = new LinearInterpolation(series.timesH(), series.values(Quantity.CONTACT_AREA.at(side)));
            if (area[side.ordinal()].isEmpty()) {
                throw new InputException(file, "has no numbers in the column " + Quantity.CONTACT_AREA.at(side).column(), "give the timeseries.csv of a run");
            }
        }
    }

    /** The contact area of a side at a time, mm²; NaN where no scan tells of it. */
    public double areaMm2(final Side side, final double timeH) {
        final LinearInterpolation of = area[side.ordinal()];
        return timeH >= of.from() && timeH <= of.to() ? of.at(timeH) : Double.NaN;
    }

    /** A = 1 / (1/A_top + 1/A_bottom), mm². */
    public double areaInSeriesMm2(final double timeH) {
        return 1 / (1 / areaMm2(Side.TOP, timeH) + 1 / areaMm2(Side.BOTTOM, timeH));
    }

    /** What stands in a table beside a spectrum. */
    public List<Object> columns(final double timeH, final Resistance interfaces) {
        final double series = areaInSeriesMm2(timeH);
        return Arrays.asList(areaMm2(Side.TOP, timeH), areaMm2(Side.BOTTOM, timeH), series, CM2_PER_MM2 * series * interfaces.ohm(), CM2_PER_MM2 * series * interfaces.error());
    }
}
