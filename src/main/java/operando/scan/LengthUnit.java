package operando.scan;

import java.util.Locale;

/** Units of length as image files name them. */
public final class LengthUnit {

    private LengthUnit() {
    }

    /** How many micrometres the unit of length is; NaN if it is none. */
    public static double micrometres(final String unit) {
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "\u00b5m", "\u03bcm", "um", "micron", "microns", "micrometer", "micrometers", "micrometre",
                "micrometres" -> 1;
            case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> 1e-3;
            case "\u00e5", "\u212b", "angstrom", "angstroms" -> 1e-4;
            case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1e3;
            case "cm", "centimeter", "centimeters", "centimetre", "centimetres" -> 1e4;
            case "m", "meter", "meters", "metre", "metres" -> 1e6;
            case "inch", "inches", "in" -> 25400;
            default -> Double.NaN;
        };
    }
}
