package operando.phantom;

/**
 * The known displacement of the electrolyte since the first scan. A point (x, y, z) of the moved pellet lies over the
 * reference point (x − wx, y − wy, z − wz) with
 *
 * <pre>
 * wz = axial (1 − (1 − rimShare) ρ²) (1 + stretch (z − zc) / halfDepth)
 * wx = squeeze (x − xc) / radius,   wy = squeeze (y − yc) / radius,   ρ² = ((x − xc)² + (y − yc)²) / radius²
 * </pre>
 *
 * where ρ, x, y and z belong to the moved point; this form can be solved in both directions without iteration. All
 * lengths in µm.
 *
 * @param centreXUm   middle of the field of view
 * @param centreYUm   middle of the field of view
 * @param centreZUm   middle of the stack
 * @param radiusUm    distance from the middle to a corner of the field of view
 * @param halfDepthUm half the depth of the stack
 * @param axialUm     displacement along z in the middle
 * @param rimShare    displacement in a corner over that in the middle
 * @param stretch     relative change of the axial displacement from the middle of the stack to its end
 * @param squeezeUm   radial displacement in a corner, negative inwards
 */
public record PelletMotion(double centreXUm, double centreYUm, double centreZUm, double radiusUm, double halfDepthUm,
                           double axialUm, double rimShare, double stretch, double squeezeUm) {

    /** Where the point that is now at x was at first; depends on x alone. */
    double referenceX(final double xUm) {
        return xUm - squeezeUm * (xUm - centreXUm) / radiusUm;
    }

    double referenceY(final double yUm) {
        return yUm - squeezeUm * (yUm - centreYUm) / radiusUm;
    }

    double referenceZ(final double xUm, final double yUm, final double zUm) {
        return zUm - axialAt(xUm, yUm) * (1 + stretch * (zUm - centreZUm) / halfDepthUm);
    }

    double movedX(final double referenceXUm) {
        return centreXUm + (referenceXUm - centreXUm) / (1 - squeezeUm / radiusUm);
    }

    double movedY(final double referenceYUm) {
        return centreYUm + (referenceYUm - centreYUm) / (1 - squeezeUm / radiusUm);
    }

    /** The height now, over the present x and y, of what was at the height {@code referenceZUm} at first. */
    double movedZ(final double xUm, final double yUm, final double referenceZUm) {
        final double axial = axialAt(xUm, yUm);
        final double slope = axial * stretch / halfDepthUm;
        return (referenceZUm + axial - slope * centreZUm) / (1 - slope);
    }

    /**
     * The displacement {ux, uy, uz}, µm, of the material point that was at (x, y, z), µm, in the first scan: where it is
     * now minus where it was.
     */
    public double[] displacementUm(final double xUm, final double yUm, final double zUm) {
        final double x = movedX(xUm);
        final double y = movedY(yUm);
        return new double[] {x - xUm, y - yUm, movedZ(x, y, zUm) - zUm};
    }

    private double axialAt(final double xUm, final double yUm) {
        final double dx = (xUm - centreXUm) / radiusUm;
        final double dy = (yUm - centreYUm) / radiusUm;
        return axialUm * (1 - (1 - rimShare) * (dx * dx + dy * dy));
    }
}
