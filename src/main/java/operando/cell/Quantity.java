package operando.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a number is: its name in files, its unit, its side and what it means. Every column of the results, every label in the
 * report and every heading in Fiji's Results table comes from here, so that a name stands once. A new number of a scan is one
 * more line below.
 *
 * <pre>
 * Quantity.CONTACT_AREA.at(Side.TOP).column()     contact_area_top_mm2
 * Quantity.STACK_THICKNESS.label()                stack thickness / µm
 * </pre>
 */
public final class Quantity {

    private static final Map<String, Quantity> BY_COLUMN = new LinkedHashMap<>();
    private static final List<Quantity> OF_SCANS = new ArrayList<>();

    // Numbers of each side of a scan: columns of timeseries.csv.
    public static final Quantity CONTACT_FRACTION = side(true, "contact_fraction", Unit.NONE, "contact fraction",
        "pixels in contact over pixels of the cross-section, by the published rule");
    public static final Quantity CONTACT_FRACTION_SUBVOXEL = side(false, "contact_fraction_subvoxel", Unit.NONE, "sub-voxel contact fraction",
        "the same without the thin rims of voids");
    public static final Quantity CONTACT_AREA = side(true, "contact_area", Unit.SQUARE_MILLIMETRES, "contact area", "pixels in contact times the pixel area");
    public static final Quantity VOID_VOLUME = side(true, "void_volume", Unit.CUBIC_MICROMETRES, "void volume",
        "voids between lithium and electrolyte, by voxel count");
    public static final Quantity VOID_VOLUME_SUBVOXEL = side(false, "void_volume_subvoxel", Unit.CUBIC_MICROMETRES, "sub-voxel void volume",
        "the same from partial grey values");
    public static final Quantity VOID_VOLUME_PUBLISHED = side(false, "void_volume_published", Unit.CUBIC_MICROMETRES, "void volume by the published count",
        "the voxels below the void threshold alone; blur hides about a third of a thin void from it");
    public static final Quantity VOID_THICKNESS_MEAN = side(false, "void_thickness_mean", Unit.MICROMETRES, "mean void thickness",
        "sub-voxel, over the area that has a void, thin rims included");
    public static final Quantity VOID_THICKNESS_MAX = side(false, "void_thickness_max", Unit.MICROMETRES, "largest void thickness",
        "sub-voxel, each column by the median of the columns about it, so that noise in one column is not it");
    public static final Quantity VOID_THICKNESS_HIGH = side(false, "void_thickness_p99", Unit.MICROMETRES, "high void thickness",
        "what 99 % of the columns with a void stay below; the same medians");
    public static final Quantity LITHIUM_VOLUME = side(true, "lithium_volume", Unit.CUBIC_MICROMETRES, "lithium volume", "by voxel count, without voids");
    public static final Quantity INTERPHASE_VOLUME = side(true, "interphase_volume", Unit.CUBIC_MICROMETRES, "interphase volume", "by voxel count");
    public static final Quantity INTERPHASE_THICKNESS = side(true, "interphase_thickness", Unit.MICROMETRES, "interphase thickness",
        "sub-voxel mean over the columns with an interface");
    public static final Quantity INTERPHASE_THICKNESS_DEVIATION = side(false, "interphase_thickness_deviation", Unit.MICROMETRES, "deviation of interphase thickness",
        "standard deviation over the columns with an interface");
    public static final Quantity INTERFACE_POSITION = side(true, "interface_position", Unit.MICROMETRES, "interface position",
        "mean height of the electrolyte's surface towards the electrode");
    public static final Quantity COLLECTOR_POSITION = side(true, "collector_position", Unit.MICROMETRES, "collector position",
        "mean height of the current collector's surface");
    public static final Quantity ROUGHNESS = side(true, "roughness", Unit.MICROMETRES, "roughness",
        "root mean square of the interface's height about its best plane");
    public static final Quantity EFFECTIVE_CURRENT_DENSITY = side(false, "effective_current_density", Unit.MILLIAMPERES_PER_CM2, "effective current density",
        "current density over contact fraction");
    public static final Quantity CONTACT_GAINED = side(false, "contact_gained", Unit.SQUARE_MILLIMETRES, "contact gained",
        "area in contact that was not in the scan before");
    public static final Quantity CONTACT_LOST = side(false, "contact_lost", Unit.SQUARE_MILLIMETRES, "contact lost",
        "area that was in contact in the scan before and no longer is");

    public static final Quantity CURRENT_PEAK = side(false, "current_peak_over_mean", Unit.NONE, "peak over mean current",
        "greatest current density over the mean of the pixels in contact; where the `resolved` model is asked for, as the next");
    public static final Quantity CURRENT_DENSEST_SHARE = side(false, "densest_1_percent_share", Unit.NONE, "share of the densest 1 %",
        "share of the current that the densest 1 % of the contact carries");

    // Numbers of the whole stack: columns of timeseries.csv.
    public static final Quantity STACK_THICKNESS = stack(true, "stack_thickness", Unit.MICROMETRES, "stack thickness", "from collector to collector");
    public static final Quantity STACK_VOLUME_CHANGE = stack(false, "stack_volume_change", Unit.CUBIC_MICROMETRES, "stack volume change",
        "since the first scan");
    public static final Quantity ELECTROLYTE_THICKNESS = stack(false, "electrolyte_thickness", Unit.MICROMETRES, "electrolyte thickness",
        "between the interphases");
    public static final Quantity CROSS_SECTION = stack(false, "cross_section", Unit.SQUARE_MILLIMETRES, "cross-section",
        "area of the cell seen along the stack axis; pixels at a round cell's rim count by their share");
    public static final Quantity CONTRAST_TO_NOISE = stack(false, "contrast_to_noise", Unit.NONE, "contrast to noise",
        "the smaller step of grey value at lithium, to void or to interphase, over the standard deviation inside lithium");
    public static final Quantity RESOLUTION = stack(false, "resolution", Unit.MICROMETRES, "resolution",
        "full width at half maximum of the blur along the stack axis, from edges of lithium");
    public static final Quantity CURRENT_DENSITY = stack(true, "current_density", Unit.MILLIAMPERES_PER_CM2, "current density",
        "from the cycler, positive when the top is stripped");
    public static final Quantity CHARGE = stack(false, "charge", Unit.MILLIAMPERE_HOURS_PER_CM2, "charge",
        "from the cycler: passed since its first reading, positive when the top is stripped");
    public static final Quantity CHARGE_PASSED = stack(false, "charge_passed", Unit.MILLIAMPERE_HOURS_PER_CM2, "charge passed",
        "from the cycler: passed since its first reading in either direction");
    public static final Quantity VOLTAGE_MEASURED = stack(true, "voltage_measured", Unit.VOLTS, "measured voltage", "from the cycler, at the time of the scan");
    public static final Quantity VOLTAGE_PREDICTED = stack(true, "voltage_predicted", Unit.VOLTS, "predicted voltage",
        "by the model from the measured contact, at the time of the scan");
    public static final Quantity VOLTAGE_RESOLVED = stack(false, "voltage_resolved", Unit.VOLTS, "resolved voltage",
        "with the current resolved between both contact maps of the scan; where the `resolved` model is asked for");
    public static final Quantity CONSTRICTION = stack(false, "constriction", Unit.OHM_CM2, "constriction resistance",
        "what the current's bending towards the contacts costs, over the current density; where the `resolved` model is asked for");
    public static final Quantity THRESHOLD_VOID = stack(false, "threshold_void", Unit.GREY, "void threshold",
        "below it a voxel is void, as used for this scan");
    public static final Quantity THRESHOLD_LITHIUM = stack(false, "threshold_lithium", Unit.GREY, "lithium threshold", "below it a voxel is lithium");
    public static final Quantity THRESHOLD_INTERPHASE = stack(false, "threshold_interphase", Unit.GREY, "interphase threshold",
        "below it a voxel is interphase");
    public static final Quantity THRESHOLD_COLLECTOR = stack(false, "threshold_collector", Unit.GREY, "collector threshold",
        "above it a voxel is current collector");
    public static final Quantity DISPLACEMENT_CENTRE = stack(false, "displacement_centre", Unit.MICROMETRES, "displacement in the middle",
        "mean length of the electrolyte's displacement since the first scan, in the middle of the cross-section; where `displacement` is asked for");
    public static final Quantity DISPLACEMENT_RIM = stack(false, "displacement_rim", Unit.MICROMETRES, "displacement at the rim",
        "the same at the rim of the cross-section");
    public static final Quantity DISPLACEMENT_AXIAL = stack(false, "displacement_axial", Unit.MICROMETRES, "axial displacement",
        "its mean along the stack axis, positive towards the bottom");
    public static final Quantity DISPLACEMENT_POINTS = stack(false, "displacement_points", Unit.NONE, "points followed",
        "points of the electrolyte that could be followed");
    public static final Quantity STRAIN_ZZ = stack(false, "strain_zz", Unit.NONE, "axial strain",
        "median small strain of the electrolyte along the stack axis since the first scan");

    // Columns of half_cycles.csv that are not above; a quantity of a side is that of the stripped side there.
    public static final Quantity HALF_CYCLE = other("half_cycle", Unit.NONE, "half cycle", "its number, from 1");
    public static final Quantity START = other("start", Unit.HOURS, "from", "its first reading");
    public static final Quantity END = other("end", Unit.HOURS, "to", "its last reading");
    public static final Quantity STRIPPED_SIDE = other("stripped_side", Unit.NONE, "stripped side", "whose lithium is oxidised");
    public static final Quantity SCANS_INSIDE = other("scans_inside", Unit.NONE, "scans inside", "scans that were taken inside the half cycle");
    public static final Quantity LITHIUM_CHANGE = other("lithium_change", Unit.MICROMETRES, "lithium change there",
        "change of the lithium volume at the stripped side over the cross-section, by the slope over the charge");
    public static final Quantity LITHIUM_METAL_FRACTION = other("lithium_metal_fraction", Unit.NONE, "current from lithium metal",
        "part of the current that comes from lithium metal: slope of the stripped lithium over the charge");
    public static final Quantity STACK_CHANGE = other("stack_change", Unit.MICROMETRES, "stack change",
        "change of the stack's thickness, by the slope over the charge");
    public static final Quantity INTERPHASE_MOLAR_VOLUME = other("interphase_molar_volume", Unit.CM3_PER_MOL, "Li in interphase",
        "partial molar volume of lithium in the interphase, from the balance of lithium, voids and stack");

    // Columns of contact_changes.csv that are not above.
    public static final Quantity FROM_SCAN = other("from_scan", Unit.NONE, "from scan", "the earlier scan");
    public static final Quantity TO_SCAN = other("to_scan", Unit.NONE, "to scan", "the later scan");
    public static final Quantity SIDE = other("side", Unit.NONE, "side", "top or bottom");
    public static final Quantity CONTACT_KEPT = other("contact_kept", Unit.SQUARE_MILLIMETRES, "contact kept", "area in contact in both scans");
    public static final Quantity CONTACT_CHANGE = other("contact_change", Unit.PERCENT, "contact change", "of the earlier contact area");
    public static final Quantity VOIDS_APPEARED = other("voids_appeared", Unit.NONE, "voids that appeared", "how many");
    public static final Quantity VOIDS_GREW = other("voids_grew", Unit.NONE, "voids that grew", "how many");
    public static final Quantity VOIDS_SHRANK = other("voids_shrank", Unit.NONE, "voids that shrank", "how many");
    public static final Quantity VOIDS_CLOSED = other("voids_closed", Unit.NONE, "voids that closed", "how many");
    public static final Quantity VOIDS_UNCHANGED = other("voids_unchanged", Unit.NONE, "unchanged voids", "how many");
    public static final Quantity VOID_VOLUME_APPEARED = other("void_volume_appeared", Unit.CUBIC_MICROMETRES, "volume of voids that appeared",
        "what they added");
    public static final Quantity VOID_VOLUME_GREW = other("void_volume_grew", Unit.CUBIC_MICROMETRES, "volume of growing voids", "what they gained");
    public static final Quantity VOID_VOLUME_SHRANK = other("void_volume_shrank", Unit.CUBIC_MICROMETRES, "volume of shrinking voids",
        "what they lost, negative");
    public static final Quantity VOID_VOLUME_CLOSED = other("void_volume_closed", Unit.CUBIC_MICROMETRES, "volume of voids that closed",
        "what was lost with them, negative");
    public static final Quantity ROUGHNESS_NEW_VOIDS = other("roughness_new_voids", Unit.MICROMETRES, "roughness under new voids",
        "mean local roughness where a void formed");
    public static final Quantity ROUGHNESS_CONTACT = other("roughness_contact", Unit.MICROMETRES, "roughness under contact",
        "mean local roughness where contact stayed");
    public static final Quantity ROUGHNESS_P_VALUE = other("roughness_p_value", Unit.NONE, "p-value", "of a t-test that both roughnesses are equal");

    // Columns of voltage.csv; the scenarios between them are named by the model.
    public static final Quantity SCAN = other("scan", Unit.NONE, "scan", "which scan");
    public static final Quantity TIME = other("time", Unit.HOURS, "time", "on the cycler's clock");
    public static final Quantity MEASURED = other("measured", Unit.VOLTS, "measured voltage", "the cycler's reading");
    public static final Quantity IMPLIED_CONTACT = other("implied_contact_fraction", Unit.NONE, "implied contact",
        "contact fraction of the stripped side with which the model would meet the measured voltage");

    /** Ends the name of the column with the standard error of a number. */
    private static final String ERROR = "_se";

    private final String key;
    private final Unit unit;
    private final String term;
    private final String meaning;
    private final boolean always;
    private final Optional<Side> side;
    /** The same at each side; empty where there are no sides, and in these themselves. */
    private final List<Quantity> sides;

    private Quantity(final String key, final Unit unit, final String term, final String meaning, final boolean always, final Optional<Side> side,
        final List<Quantity> sides) {
        this.key = key;
        this.unit = unit;
        this.term = term;
        this.meaning = meaning;
        this.always = always;
        this.side = side;
        this.sides = sides;
        if (BY_COLUMN.put(column(), this) != null) {
            throw new IllegalStateException("two quantities have the column " + column());
        }
    }

    private static Quantity side(final boolean always, final String key, final Unit unit, final String term, final String meaning) {
        final List<Quantity> sides = new ArrayList<>();
        for (final Side side : Side.values()) {
            sides.add(new Quantity(key, unit, term, meaning, always, Optional.of(side), List.of()));
        }
        return ofScans(new Quantity(key, unit, term, meaning, always, Optional.empty(), List.copyOf(sides)));
    }

    private static Quantity stack(final boolean always, final String key, final Unit unit, final String term, final String meaning) {
        return ofScans(new Quantity(key, unit, term, meaning, always, Optional.empty(), List.of()));
    }

    private static Quantity other(final String key, final Unit unit, final String term, final String meaning) {
        return new Quantity(key, unit, term, meaning, false, Optional.empty(), List.of());
    }

    private static Quantity ofScans(final Quantity quantity) {
        OF_SCANS.add(quantity);
        return quantity;
    }

    /** Every number that a scan may have, those of a side once, in the order in which they are explained. */
    public static List<Quantity> ofScans() {
        return Collections.unmodifiableList(OF_SCANS);
    }

    /** The quantity that a column of a file holds; empty for a column that none has, such as that of a standard error. */
    public static Optional<Quantity> ofColumn(final String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }

    /**
     * This quantity at one side.
     *
     * @throws IllegalStateException if it has no sides
     */
    public Quantity at(final Side at) {
        if (sides.isEmpty()) {
            throw new IllegalStateException(key + " has no sides");
        }
        return sides.get(at.ordinal());
    }

    /** It at the top and at the bottom; only itself if it has no sides. */
    public List<Quantity> everySide() {
        return sides.isEmpty() ? List.of(this) : sides;
    }

    /** Whether it must be said at which side. */
    public boolean hasSides() {
        return !sides.isEmpty();
    }

    /** Whether timeseries.csv has its column even if no scan has a value. */
    public boolean always() {
        return always;
    }

    /** The name of its column, with the side and the unit: {@code contact_area_top_mm2}. */
    public String column() {
        return key + side.map(at -> "_" + at.key()).orElse("") + (unit.key().isEmpty() ? "" : "_" + unit.key());
    }

    /** The name of the column with its standard error. */
    public String errorColumn() {
        return column() + ERROR;
    }

    public Unit unit() {
        return unit;
    }

    /** What the field calls it, without side and unit. */
    public String term() {
        return term;
    }

    /** What it is, in one sentence without a capital and a full stop. */
    public String meaning() {
        return meaning;
    }

    /** As tables and axes name it: {@code contact area, top / mm²}. */
    public String label() {
        return term + side.map(at -> ", " + at.key()).orElse("") + (unit.symbol().isEmpty() ? "" : " / " + unit.symbol());
    }

    @Override
    public String toString() {
        return column();
    }
}
