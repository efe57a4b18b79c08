package operando.breathing.phasefield;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import operando.cell.InputException;

/**
 * Every number of the interface model that a user may set: its name with the unit, its default, its range, what it is and where the
 * default comes from ("ours" where no source gives it). Command line, Fiji, the axes of a regime map and the table in
 * docs/methods/breathing.md take them from here.
 */
public enum InterfaceParameter {

    STACK_PRESSURE("stack_pressure_MPa", 5, 0.01, 1000, "pressure on the stack", "middle of the 3 to 7 MPa that Dandena et al. recommend"),
    CURRENT_DENSITY("current_density_mA_cm2", 1, 1e-4, 100, "current density over the plane", "Lewis et al."),
    AREAL_CAPACITY("areal_capacity_mAh_cm2", 1, 1e-4, 100, "charge of a half cycle", "ours"),
    REST("rest_h", 0, 0, 1000, "rest after each half cycle", "ours"),
    TEMPERATURE("temperature_K", 298, 150, 1500, "temperature, of the kinetics only", "Lewis et al."),
    EXCHANGE_CURRENT("exchange_current_density_mA_cm2", 0.8, 1e-6, 1e4, "exchange current density of contact", "Lewis et al."),
    DIFFUSION_SUPPLY("diffusion_supply_mA_cm2", 0.197, 0, 100, "lithium that diffusion brings to the contact without pressure",
        "with the creep below gives 0.2 mA cm⁻² at 3 MPa and 1.0 at 7 MPa, the critical stripping currents of Li6PS5Cl (Kasemchainan et al. 2019)"),
    CREEP_SUPPLY("creep_supply_at_7_MPa_mA_cm2", 0.803, 0, 1e4, "lithium that creep brings to the contact at a contact pressure of 7 MPa", "likewise"),
    CREEP_EXPONENT("creep_exponent", 6.6, 1, 12, "power of the contact pressure in the creep of lithium", "Masias et al. 2019, LePage et al. 2019"),
    EDGE_ADVANCE("edge_advance", 1, 0, 100, "how far the edge of a void moves for each depth of lithium that lacks or is left over at it", "ours"),
    PLATING_RECOVERY("plating_recovery", 0.7, 0, 1, "part of the plated lithium at an edge that closes the void; the rest is plated over it", "ours"),
    CURVATURE_MOBILITY("curvature_mobility_um2_h", 2.5, 1e-4, 1e4, "speed with which an edge moves to its centre of curvature, times the radius", "ours"),
    INTERFACE_WIDTH("interface_width_um", 2, 1e-3, 1e3, "half width of the diffuse edge of a void", "ours; numerical, see the refinement"),
    VOID_DENSITY("voids_per_mm2", 2000, 0, 1e7, "weak places, where voids begin", "ours"),
    VOID_RADIUS("void_radius_um", 2.5, 0.01, 1e3, "mean radius of the first voids; they vary by a fifth", "ours"),
    OPENING_DEPTH("opening_depth_um", 1, 1e-3, 1e3, "depth of lithium that has to lack at a weak place before its contact is lost", "ours"),
    REDUCTION_SHARE("reduction_share", 0.002, 0, 1, "part of the plating current that reduces electrolyte instead, on a fresh surface", "ours"),
    GROWTH_PER_CHARGE("growth_um_per_mAh_cm2", 9, 0, 1000, "interphase that a charge of reduction makes", "Dandena et al., section 4.1: 9 nm per µAh cm⁻²"),
    REACTION_RATE("reaction_rate_um_h", 0.004, 0, 100, "growth by chemical reaction on a fresh surface", "ours: with the next, 20 nm h^(−1/2) later"),
    SLOWING_THICKNESS("slowing_thickness_um", 0.05, 1e-6, 1000, "thickness at which growth is half as fast", "ours"),
    INTERPHASE_CONDUCTIVITY("interphase_conductivity_mS_cm", 0.001, 1e-9, 1000, "ionic conductivity of the interphase", "that of LiCl, Dandena et al., sections 3.1.1 and 3.1.2"),
    INTERPHASE_MODULUS("interphase_modulus_GPa", 22.1, 0.01, 1000, "Young's modulus of the interphase", "that of Li6PS5Cl, Dandena et al., table 2"),
    LITHIUM_MODULUS("lithium_modulus_GPa", 7.8, 0.01, 1000, "Young's modulus of lithium", "Masias et al. 2019"),
    ELASTIC_DEPTH("elastic_depth_um", 20, 0.1, 1e4, "depth of the layer that shares the load", "ours"),
    CONTACT_DEPENDENCE("contact_dependence", 1, 0, 1, "1: the interphase grows only where there is contact; 0: everywhere alike", "switch"),
    INTERPHASE_FEEDBACK("interphase_feedback", 1, 0, 1, "1: the interphase acts back on current and load; 0: not", "switch");

    private final String key;
    private final double usual;
    private final double least;
    private final double most;
    private final String meaning;
    private final String source;

    InterfaceParameter(final String key, final double usual, final double least, final double most, final String meaning, final String source) {
        this.key = key;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
        this.source = source;
    }

    /** Its name with the unit, such as {@code stack_pressure_MPa}. */
    public String key() {
        return key;
    }

    /** The default. */
    public double usual() {
        return usual;
    }

    public String meaning() {
        return meaning;
    }

    /** Where the default comes from. */
    public String source() {
        return source;
    }

    /** @throws InputException if the value is out of range or not a number */
    void check(final double value) {
        if (!(value >= least && value <= most)) {
            throw new InputException(key, value + " is out of range", String.format(Locale.ROOT, "give %s to %s", text(least), text(most)));
        }
    }

    private static String text(final double value) {
        return String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
    }

    /** @throws InputException if there is none of this name */
    public static InterfaceParameter of(final String key) {
        return Arrays.stream(values()).filter(one -> one.key.equalsIgnoreCase(key.strip())).findFirst().orElseThrow(() -> new InputException(
            "parameter", "'" + key + "' is none of the interface model", "use one of " + Arrays.stream(values()).map(InterfaceParameter::key).collect(Collectors.joining(", "))));
    }

    /**
     * Settings with what a text such as {@code creep_exponent=5; rest_h=0.5} says.
     *
     * @throws InputException if a name or a number is wrong
     */
    public static InterfaceSettings parse(final String text, final InterfaceSettings otherwise) {
        InterfaceSettings settings = otherwise;
        for (final String part : (text == null ? "" : text).split(";")) {
            if (!part.isBlank()) {
                final String[] sides = part.split("=", 2);
                final InterfaceParameter parameter = of(sides[0]);
                try {
                    settings = settings.with(parameter, Double.parseDouble(sides.length > 1 ? sides[1].strip() : ""));
                } catch (final NumberFormatException e) {
                    throw new InputException(parameter.key, "'" + part.strip() + "' has no number", "write name=value; name=value");
                }
            }
        }
        return settings;
    }
}
