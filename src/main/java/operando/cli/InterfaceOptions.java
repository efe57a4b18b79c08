package operando.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import operando.breathing.phasefield.InterfaceParameter;
import operando.breathing.phasefield.InterfaceSettings;
import operando.breathing.phasefield.Plane;
import operando.cell.InputException;
import picocli.CommandLine.Option;

/** The settings of the interface model, the same for every command that runs it. */
final class InterfaceOptions {

    private static final InterfaceSettings DEFAULTS = InterfaceSettings.defaults();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a parameter of the model, such as stack_pressure_MPa=20; may be given several times. docs/methods/breathing.md has them all")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--cycles", paramLabel = "N", description = "of stripping and plating; if not given, 10 for a simulation, 20 for each run of a map, 1 for a benchmark")
    private Integer cycles;

    @Option(names = "--cells", paramLabel = "N[xM]", description = "cells along the sides of the plane, powers of 2")
    private String cells = Integer.toString(DEFAULTS.plane().width());

    @Option(names = "--cell-size", paramLabel = "UM", description = "edge of a cell, µm")
    private double cellSize = DEFAULTS.plane().cellUm();

    @Option(names = "--seed", paramLabel = "N", description = "of the places of the first voids")
    private long seed = DEFAULTS.seed();

    @Option(names = "--tolerance", paramLabel = "T", description = "of the contact in one step of time")
    private double tolerance = DEFAULTS.tolerance();

    /**
     * @param usualCycles where none are given
     * @throws InputException if a name or a number is wrong
     */
    InterfaceSettings settings(final int usualCycles) {
        InterfaceSettings settings = DEFAULTS;
        for (final Map.Entry<String, String> one : values.entrySet()) {
            settings = settings.with(InterfaceParameter.of(one.getKey()), number("--set " + one.getKey(), one.getValue()));
        }
        return settings.with(plane()).withCycles(cycles == null ? usualCycles : cycles).withSeed(seed).withTolerance(tolerance);
    }

    private Plane plane() {
        if (!cells.matches("[0-9]{1,5}(x[0-9]{1,5})?")) {
            throw new InputException("--cells", "'" + cells + "' is no size of a plane", "give a power of 2, or two such as 128x64");
        }
        final String[] sides = cells.split("x");
        return new Plane(Integer.parseInt(sides[0]), Integer.parseInt(sides[sides.length - 1]), cellSize);
    }

    static double number(final String where, final String text) {
        try {
            return Double.parseDouble(text);
        } catch (final NumberFormatException e) {
            throw new InputException(where, "'" + text + "' is not a number", "give a number with a decimal point");
        }
    }
}
