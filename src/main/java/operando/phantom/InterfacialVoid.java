package operando.phantom;

import operando.cell.Side;

/**
 * A lens-shaped void between lithium and electrolyte: flat on the electrolyte, half an ellipsoid into the lithium, with
 * a wavy rim. Its size is its volume over the volume when full-grown; all its edges go with the cube root of it.
 *
 * @param xUm             middle, in the coordinates of the first scan
 * @param yUm             middle, in the coordinates of the first scan
 * @param radiusAUm       half axis along the angle, full-grown
 * @param radiusBUm       half axis across the angle, full-grown
 * @param angle           direction of the first half axis, rad
 * @param thicknessUm     height in the middle, full-grown
 * @param phase3          phase of the rim's three-fold waviness, rad
 * @param phase5          phase of the rim's five-fold waviness, rad
 * @param initialSize     size in the first scan, 0 to 1
 * @param strippingStart  part of a stripping half cycle after which the size changes
 * @param strippingChange change of the size from then to the end of the half cycle
 * @param reductionStart  the same for a reducing half cycle
 * @param reductionChange change of the size from then to the end of the half cycle
 */
record InterfacialVoid(double xUm, double yUm, double radiusAUm, double radiusBUm, double angle, double thicknessUm,
                       double phase3, double phase5, double initialSize, double strippingStart, double strippingChange,
                       double reductionStart, double reductionChange) {

    private static final double WAVE_3 = 0.12;
    private static final double WAVE_5 = 0.08;

    double size(final PhantomCycling cycling, final Side side, final double timeH) {
        double size = initialSize;
        for (int k = 0; k < cycling.halfCycles(); k++) {
            final boolean strips = PhantomCycling.strips(side, k);
            final double start = strips ? strippingStart : reductionStart;
            final double change = strips ? strippingChange : reductionChange;
            final double part = Math.max(0, (cycling.passed(k, timeH) - start) / (1 - start));
            size = Math.max(0, Math.min(1, size + change * part));
        }
        return size;
    }

    /** Area on the electrolyte, µm². */
    double areaUm2(final double size) {
        final double waviness = 1 + (WAVE_3 * WAVE_3 + WAVE_5 * WAVE_5) / 2;
        return Math.PI * radiusAUm * radiusBUm * waviness * Math.pow(size, 2.0 / 3);
    }

    double reachUm(final double size) {
        return Math.max(radiusAUm, radiusBUm) * (1 + WAVE_3 + WAVE_5) * Math.cbrt(size);
    }

    /** Height over a point in the coordinates of the first scan, µm; 0 outside the void. */
    double thicknessUm(final double size, final double atXUm, final double atYUm) {
        final double scale = Math.cbrt(size);
        final double along = (atXUm - xUm) * Math.cos(angle) + (atYUm - yUm) * Math.sin(angle);
        final double across = (atYUm - yUm) * Math.cos(angle) - (atXUm - xUm) * Math.sin(angle);
        final double a = along / (radiusAUm * scale);
        final double b = across / (radiusBUm * scale);
        final double direction = Math.atan2(b, a);
        final double rim = 1 + WAVE_3 * Math.cos(3 * direction + phase3) + WAVE_5 * Math.cos(5 * direction + phase5);
        final double inside = 1 - (a * a + b * b) / (rim * rim);
        return inside <= 0 ? 0 : thicknessUm * scale * Math.sqrt(inside);
    }
}
