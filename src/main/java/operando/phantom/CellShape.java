package operando.phantom;

import operando.cell.InputException;
import operando.cell.Side;

/**
 * The synthetic cell at one time, in continuous geometry: where every surface lies over every point (x, y), µm from the
 * outer face of the first slice. Lithium metal is conserved: each collector stands where the lithium that is left, and
 * the voids, fill the room up to the interface.
 */
final class CellShape {

    /** Points along the longer side of the field of view at which means over the cell are taken. */
    static final int TRUTH_POINTS = 640;

    private static final double SECTION_SHARE = 0.46;

    private final PhantomSettings settings;
    private final CellMicrostructure anatomy;
    private final double timeH;
    private final PelletMotion motion;
    private final ColumnMaps truthColumns;
    private final double[] collectorUm = new double[2];

    CellShape(final PhantomSettings settings, final CellMicrostructure anatomy, final double timeH, final int points) {
        this.settings = settings;
        this.anatomy = anatomy;
        this.timeH = timeH;
        motion = motionAt(settings, timeH);
        final double step = Math.max(settings.widthUm(), settings.heightUm()) / points;
        truthColumns = new ColumnMaps(this, middles(settings.widthUm(), step), middles(settings.heightUm(), step));
        for (final Side side : Side.values()) {
            collectorUm[side.ordinal()] = placeCollector(side);
        }
    }

    PhantomSettings settings() {
        return settings;
    }

    CellMicrostructure anatomy() {
        return anatomy;
    }

    double timeH() {
        return timeH;
    }

    PelletMotion motion() {
        return motion;
    }

    /** The surfaces over a fine grid that covers the field of view evenly. */
    ColumnMaps truthColumns() {
        return truthColumns;
    }

    /** Mean height of a collector's surface towards the lithium, µm. */
    double collectorUm(final Side side) {
        return collectorUm[side.ordinal()];
    }

    /** Height of a tilted plane of the stack over its mean, µm. */
    double tiltUm(final double xUm, final double yUm) {
        return settings.cell().tiltX() * (xUm - motion.centreXUm()) + settings.cell().tiltY() * (yUm - motion.centreYUm());
    }

    /** Radius of a round cell, µm; infinite when the cell fills the field of view. */
    double sectionRadiusUm() {
        return settings.cell().round() ? SECTION_SHARE * Math.min(settings.widthUm(), settings.heightUm())
            : Double.POSITIVE_INFINITY;
    }

    /** Area of the cell's cross-section, µm². */
    double sectionAreaUm2() {
        final double radius = sectionRadiusUm();
        return settings.cell().round() ? Math.PI * radius * radius : settings.widthUm() * settings.heightUm();
    }

    /** Mean height of the electrolyte's surface at first, µm. */
    double firstInterfaceUm(final Side side) {
        final double fromTop = settings.depthUm() * (settings.cell().collectorShare() + settings.cell().lithiumShare());
        return side == Side.TOP ? fromTop : settings.depthUm() - fromTop;
    }

    /** How far the interphase has pushed the interface towards the lithium since the start, µm. */
    double swellingUm(final Side side) {
        return settings.cell().interphaseSwelling() * (interphaseUm(settings, side, timeH) - settings.cell().interphaseUm());
    }

    /** Thickness of the full layer that the lithium metal of one side would make, µm. */
    double lithiumUm(final Side side) {
        return settings.depthUm() * settings.cell().lithiumShare() - settings.cycling().lithiumLostUm(side, timeH);
    }

    /** Mean thickness of the interphase of one side at a time, µm. */
    static double interphaseUm(final PhantomSettings settings, final Side side, final double timeH) {
        final PhantomCell cell = settings.cell();
        return cell.interphaseUm() + cell.interphaseGrowthUmPerMAh() * settings.cycling().reducedMAhPerCm2(side, timeH)
            + cell.interphaseChemicalUm() * Math.sqrt(timeH);
    }

    private double placeCollector(final Side side) {
        final double meanEnd = truthColumns.meanLithiumEndUm(side);
        final double collector = side == Side.TOP ? meanEnd - lithiumUm(side) : meanEnd + lithiumUm(side);
        if (truthColumns.leastLithiumUm(side, collector) <= 0) {
            throw new InputException("phantom", "the " + side.key() + " lithium is used up somewhere at " + timeH + " h",
                "give more slices or thicker lithium, or pass less charge");
        }
        if (collector <= 0 || collector >= settings.depthUm()) {
            throw new InputException("phantom", "the " + side.key() + " collector leaves the stack at " + timeH + " h",
                "give a greater collectorShare");
        }
        return collector;
    }

    private static PelletMotion motionAt(final PhantomSettings settings, final double timeH) {
        final PhantomCycling cycling = settings.cycling();
        final double charge = cycling.chargePerHalfCycleMAhPerCm2() * timeH / cycling.halfCycleHours();
        final double axial = settings.cell().pelletShare()
            * (cycling.lithiumLostUm(Side.BOTTOM, timeH) - cycling.lithiumLostUm(Side.TOP, timeH));
        final double halfWidth = settings.widthUm() / 2;
        final double halfHeight = settings.heightUm() / 2;
        return new PelletMotion(halfWidth, halfHeight, settings.depthUm() / 2, Math.hypot(halfWidth, halfHeight),
            settings.depthUm() / 2, axial, settings.cell().pelletRimShare(), settings.cell().pelletStretch(),
            -settings.cell().pelletSqueezeUmPerMAh() * charge);
    }

    private static double[] middles(final double lengthUm, final double stepUm) {
        final double[] middles = new double[Math.max(1, (int) Math.ceil(lengthUm / stepUm))];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = (i + 0.5) * lengthUm / middles.length;
        }
        return middles;
    }
}
