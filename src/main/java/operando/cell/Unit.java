package operando.cell;

/** The units of numbers in files and on screens. */
public enum Unit {
    NONE("", ""),
    /** Of the scan's own values; they have no unit, and columns do not name it. */
    GREY("", "grey value"),
    PERCENT("percent", "%"),
    HOURS("h", "h"),
    MICROMETRES("um", "µm"),
    SQUARE_MILLIMETRES("mm2", "mm²"),
    CUBIC_MICROMETRES("um3", "µm³"),
    VOLTS("V", "V"),
    OHM_CM2("ohm_cm2", "Ω cm²"),
    MILLIAMPERES_PER_CM2("mA_cm2", "mA cm⁻²"),
    MILLIAMPERE_HOURS_PER_CM2("mAh_cm2", "mAh cm⁻²"),
    CM3_PER_MOL("cm3_mol", "cm³ mol⁻¹");

    private final String key;
    private final String symbol;

    Unit(final String key, final String symbol) {
        this.key = key;
        this.symbol = symbol;
    }

    /** As it ends the name of a column; empty without a unit. */
    public String key() {
        return key;
    }

    /** As people write it; empty without a unit. */
    public String symbol() {
        return symbol;
    }
}
