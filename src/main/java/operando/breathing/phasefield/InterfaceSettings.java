package operando.breathing.phasefield;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import operando.cell.InputException;

/**
 * One run of the interface model: its plane, its parameters, how many cycles, and where its voids begin.
 *
 * <pre>
 * InterfaceSettings.defaults().with(InterfaceParameter.STACK_PRESSURE, 20).withCycles(10)
 * </pre>
 *
 * @param plane     the periodic plane
 * @param values    of the parameters that are not at their default
 * @param cycles    of stripping and plating, 1 or more
 * @param seed      of the places and radii of the first voids
 * @param tolerance of the contact in one step of time, 1e-9 to 0.1
 */
public record InterfaceSettings(Plane plane, Map<InterfaceParameter, Double> values, int cycles, long seed, double tolerance) implements Serializable {

    private static final double DEFAULT_TOLERANCE = 3e-4;
    private static final int MOST_CYCLES = 100_000;
    /** Cells that the diffuse edge of a void needs in its half width. */
    private static final double LEAST_CELLS_A_WIDTH = 1.5;

    /** @throws InputException if a value is out of its range, or the plane does not resolve the edge of a void */
    public InterfaceSettings {
        values = new EnumMap<>(values.isEmpty() ? new EnumMap<>(InterfaceParameter.class) : values);
        values.forEach(InterfaceParameter::check);
        if (cycles < 1 || cycles > MOST_CYCLES) {
            throw new InputException("cycles", cycles + " cycles", "give 1 to " + MOST_CYCLES);
        }
        if (!(tolerance >= 1e-9 && tolerance <= 0.1)) {
            throw new InputException("tolerance", tolerance + " is out of range", "give 1e-9 to 0.1");
        }
        final double width = values.getOrDefault(InterfaceParameter.INTERFACE_WIDTH, InterfaceParameter.INTERFACE_WIDTH.usual());
        if (width < LEAST_CELLS_A_WIDTH * plane.cellUm()) {
            throw new InputException("plane", "cells of " + plane.cellUm() + " µm do not resolve edges of " + width + " µm",
                "give smaller cells or a larger " + InterfaceParameter.INTERFACE_WIDTH.key());
        }
    }

    /** 64 × 64 cells of 1 µm, ten cycles. */
    public static InterfaceSettings defaults() {
        return new InterfaceSettings(new Plane(64, 64, 1), Map.of(), 10, 1, DEFAULT_TOLERANCE);
    }

    public double of(final InterfaceParameter parameter) {
        return values.getOrDefault(parameter, parameter.usual());
    }

    public InterfaceSettings with(final InterfaceParameter parameter, final double value) {
        final Map<InterfaceParameter, Double> changed = new EnumMap<>(InterfaceParameter.class);
        changed.putAll(values);
        changed.put(parameter, value);
        return new InterfaceSettings(plane, changed, cycles, seed, tolerance);
    }

    public InterfaceSettings with(final Plane other) {
        return new InterfaceSettings(other, values, cycles, seed, tolerance);
    }

    public InterfaceSettings withCycles(final int other) {
        return new InterfaceSettings(plane, values, other, seed, tolerance);
    }

    public InterfaceSettings withSeed(final long other) {
        return new InterfaceSettings(plane, values, cycles, other, tolerance);
    }

    public InterfaceSettings withTolerance(final double other) {
        return new InterfaceSettings(plane, values, cycles, seed, other);
    }

    /** Everything that decides the result, as one line: equal lines mean equal runs, whatever number of cycles. */
    public String identity() {
        return "plane " + plane.width() + "x" + plane.height() + "x" + plane.cellUm() + " seed " + seed + " tolerance " + tolerance + " "
            + java.util.Arrays.stream(InterfaceParameter.values()).map(one -> one.key() + "=" + of(one)).collect(Collectors.joining(" "));
    }
}
