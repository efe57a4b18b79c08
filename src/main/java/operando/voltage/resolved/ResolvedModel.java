package operando.voltage.resolved;

import java.util.Arrays;

import operando.cell.InputException;
import operando.cell.Side;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.grid.ColumnConduction;
import operando.grid.ConjugateGradients;
import operando.voltage.ButlerVolmer;
import operando.voltage.LumpedModel;
import operando.voltage.LumpedParameters;

/**
 * The voltage of a symmetric cell from its contact maps, with the current resolved: ∇·(κ∇φ) = 0 in electrolyte and interphases
 * between the two maps, Butler–Volmer kinetics where lithium touches, no flux elsewhere, at a given current. Contact that is
 * many points makes the current bend towards them; {@link LumpedModel} leaves that out.
 *
 * <p>Finite volumes: a column of cells a pixel, cells low at the contacts and higher away from them; an interphase may end
 * within a cell. Newton's method on the contact currents, which in η(i) bends only as a logarithm, outside;
 * {@link ConjugateGradients} with multigrid inside. With full contact the result is that of the lumped model. Cost grows with
 * the number of pixels; memory about 53 bytes a cell, some 58 cells a pixel for a millimetre of electrolyte in pixels of a
 * few µm.
 *
 * <pre>{@code
 * ContactGeometry geometry = ContactGeometry.even(width, height, 1.7, top, bottom, 950, 20, 25);
 * ResolvedVoltage voltage = new ResolvedModel(LumpedParameters.defaults(), geometry, ResolvedSettings.defaults(), cores).solve(1, progress);
 * }</pre>
 */
public final class ResolvedModel {

    /** Share of the contact whose current is told apart. */
    private static final double DENSEST = 0.01;
    /** In mA cm⁻²; with smaller currents single numbers underflow, and larger ones no electrolyte carries. */
    private static final double LEAST_CURRENT = 1e-15;
    private static final double MOST_CURRENT = 1e6;
    private static final int MOST_STEPS = 60;
    private static final int MOST_ITERATIONS = 400;
    /** Each linear solution is this much better than Newton's step before it needs. */
    private static final double FORCING = 1e-3;

    private final LumpedParameters parameters;
    /** Of each side. */
    private final ButlerVolmer[] kinetics = new ButlerVolmer[Side.values().length];
    private final ContactGeometry geometry;
    private final ResolvedSettings settings;
    private final SeparatorGrid grid;
    private final ColumnConduction box;
    private final ConjugateGradients solver;
    private final double[] potentials;
    private final double[][] current = new double[2][];
    /** Conductances of the linearised contacts, mA cm⁻² V⁻¹. */
    private double[][] ends;
    private double metalV;

    /** @throws InputException if the grid would have more cells than arrays can hold */
    public ResolvedModel(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings, final Cores cores) {
        this(parameters, geometry, settings, cores, Side.TOP, 1);
    }

    /**
     * The same where at one side only a part of each pixel in contact really touches, evenly and finer than pixels: there the kinetics have this part of their
     * exchange current density. What the current loses by bending within a pixel is not in it.
     *
     * @param less where there is less contact
     * @param part above 0, at most 1
     * @throws InputException as without
     */
    public ResolvedModel(final LumpedParameters parameters, final ContactGeometry geometry, final ResolvedSettings settings, final Cores cores, final Side less, final double part) {
        if (!(part > 0 && part <= 1)) {
            throw new InputException("part of the contact", part + " is no part", "give more than 0 and at most 1");
        }
        this.parameters = parameters;
        this.geometry = geometry;
        this.settings = settings;
        for (final Side side : Side.values()) {
            kinetics[side.ordinal()] = new ButlerVolmer((side == less ? part : 1) * parameters.exchangeCurrentDensityMAPerCm2(), parameters.alphaAnodic(), parameters.alphaCathodic(),
                parameters.temperatureK());
        }
        grid = new SeparatorGrid(parameters, geometry, settings);
        box = grid.box();
        solver = new ConjugateGradients(box, true, cores);
        potentials = new double[box.cells()];
        for (final Side side : Side.values()) {
            current[side.ordinal()] = new double[box.columns()];
        }
    }

    /**
     * @param currentDensityMAPerCm2 per area of the cross-section, not 0; positive strips lithium at TOP
     * @throws InputException if the current density is 0, of which no resistance follows, or beyond what can be resolved
     */
    public ResolvedVoltage solve(final double currentDensityMAPerCm2, final Progress progress) {
        if (currentDensityMAPerCm2 == 0 || !Double.isFinite(currentDensityMAPerCm2)) {
            throw new InputException("current density", currentDensityMAPerCm2 + " mA cm⁻² drives no current to resolve", "give a number other than 0");
        }
        if (!(Math.abs(currentDensityMAPerCm2) >= LEAST_CURRENT) || Math.abs(currentDensityMAPerCm2) > MOST_CURRENT) {
            throw new InputException("current density", currentDensityMAPerCm2 + " mA cm⁻² cannot be resolved", "give " + LEAST_CURRENT + " to " + MOST_CURRENT
                + " mA cm⁻², of either sign");
        }
        for (final Side side : Side.values()) {
            final double even = (side == Side.TOP ? 1 : -1) * currentDensityMAPerCm2 / geometry.contactFraction(side);
            for (int pixel = 0; pixel < box.columns(); pixel++) {
                current[side.ordinal()][pixel] = geometry.contact(side)[pixel] ? even : 0;
            }
        }
        final double total = currentDensityMAPerCm2 * geometry.pixels();
        final double[][] fed = new double[2][box.columns()];
        int iterations = 0;
        int most = 0;
        double misfit = 1;
        double wanted = 1;
        int step = 0;
        while ((misfit > settings.tolerance() || wanted > settings.tolerance()) && step < MOST_STEPS) {
            progress.report(Math.min(0.99, Math.log(misfit) / Math.log(settings.tolerance())), "Resolving the current");
            final double metal = setEnds(total, fed);
            wanted = Math.max(settings.tolerance(), FORCING * misfit);
            final ConjugateGradients.Outcome outcome = solver.solve(fed, potentials, wanted, MOST_ITERATIONS);
            iterations += outcome.iterations();
            most = Math.max(most, outcome.iterations());
            if (outcome.reduction() > wanted) {
                throw new IllegalStateException("conjugate gradients stopped at " + outcome.reduction());
            }
            misfit = takeCurrents(metal + solver.floatingPotential(potentials));
            step++;
        }
        if (misfit > Math.sqrt(settings.tolerance())) {
            throw new IllegalStateException("Newton's method stopped at " + misfit);
        }
        return result(currentDensityMAPerCm2, total, new int[] {iterations, most, step});
    }

    /** Linearises both contacts about the currents; the potential of the metal at TOP where all of the electrolyte is at 0. */
    private double setEnds(final double total, final double[][] fed) {
        Arrays.fill(fed[0], 0);
        Arrays.fill(fed[1], 0);
        double conductances = 0;
        double offsets = 0;
        ends = new double[2][box.columns()];
        for (final Side side : Side.values()) {
            for (int pixel = 0; pixel < box.columns(); pixel++) {
                if (geometry.contact(side)[pixel]) {
                    final double i = current[side.ordinal()][pixel];
                    final double eta = kinetics[side.ordinal()].overpotentialV(i);
                    final double slope = 1 / kinetics[side.ordinal()].slopeMAPerCm2V(eta);
                    final double conductance = 1 / (slope + grid.halfCellResistance(side, pixel));
                    final double offset = eta - slope * i;
                    ends[side.ordinal()][pixel] = conductance;
                    if (side == Side.TOP) {
                        conductances += conductance;
                        offsets += conductance * offset;
                        fed[0][pixel] -= conductance * offset;
                    } else {
                        fed[1][pixel] -= conductance * offset;
                    }
                }
            }
        }
        final double metal = (total + offsets) / conductances;
        for (int pixel = 0; pixel < box.columns(); pixel++) {
            fed[0][pixel] = (fed[0][pixel] + ends[0][pixel] * metal) / grid.currentUnit();
            fed[1][pixel] /= grid.currentUnit();
            box.setEnds(pixel, ends[0][pixel] / grid.currentUnit(), ends[1][pixel] / grid.currentUnit());
        }
        solver.factor();
        return metal;
    }

    /** Takes the currents that the linearised contacts let through; how far they are from what the kinetics ask for. */
    private double takeCurrents(final double metal) {
        final int last = box.layers() - 1;
        double worst = 0;
        double scale = 0;
        metalV = metal;
        for (final Side side : Side.values()) {
            for (int pixel = 0; pixel < box.columns(); pixel++) {
                if (geometry.contact(side)[pixel]) {
                    final double before = current[side.ordinal()][pixel];
                    final double etaBefore = kinetics[side.ordinal()].overpotentialV(before);
                    final double driving = (side == Side.TOP ? metal : 0) - potentials[pixel * box.layers() + (side == Side.TOP ? 0 : last)];
                    final double i = ends[side.ordinal()][pixel] * (driving - etaBefore + before / kinetics[side.ordinal()].slopeMAPerCm2V(etaBefore));
                    final double eta = kinetics[side.ordinal()].overpotentialV(i);
                    worst = Math.max(worst, Math.abs(driving - eta - i * grid.halfCellResistance(side, pixel)));
                    scale = Math.max(scale, Math.abs(driving));
                    current[side.ordinal()][pixel] = i;
                }
            }
        }
        return scale == 0 ? 0 : worst / scale;
    }

    private ResolvedVoltage result(final double density, final double total, final int[] cost) {
        final double kinetic = kineticV(Side.TOP) / total + kineticV(Side.BOTTOM) / total;
        final double electrolyte = LumpedModel.ohmicDropV(density, geometry.electrolyteThicknessUm(), parameters.electrolyteConductivityMSPerCm());
        final double interphase = LumpedModel.ohmicDropV(density, geometry.meanInterphaseUm(Side.TOP) + geometry.meanInterphaseUm(Side.BOTTOM),
            parameters.interphaseConductivityMSPerCm());
        return new ResolvedVoltage(electrolyte, interphase, kinetic, metalV - kinetic - electrolyte - interphase, map(Side.TOP), map(Side.BOTTOM), cost[0], cost[1], cost[2],
            (sum(Side.TOP) + sum(Side.BOTTOM)) / total);
    }

    private double kineticV(final Side side) {
        double sum = 0;
        for (final double i : current[side.ordinal()]) {
            sum += i == 0 ? 0 : i * kinetics[side.ordinal()].overpotentialV(i);
        }
        return sum;
    }

    private double sum(final Side side) {
        return Arrays.stream(current[side.ordinal()]).sum();
    }

    private ResolvedVoltage.CurrentMap map(final Side side) {
        final double[] all = current[side.ordinal()];
        final float[] map = new float[all.length];
        final double[] contact = new double[(int) Math.round(geometry.contactFraction(side) * geometry.pixels())];
        int count = 0;
        for (int pixel = 0; pixel < all.length; pixel++) {
            map[pixel] = (float) all[pixel];
            if (geometry.contact(side)[pixel]) {
                contact[count++] = Math.abs(all[pixel]);
            }
        }
        Arrays.sort(contact);
        final double sum = Arrays.stream(contact).sum();
        final double densest = DENSEST * contact.length;
        double share = (densest - (int) densest) * contact[contact.length - 1 - (int) densest];
        for (int rank = 1; rank <= (int) densest; rank++) {
            share += contact[contact.length - rank];
        }
        return new ResolvedVoltage.CurrentMap(map, contact[contact.length - 1] * contact.length / sum, share / sum);
    }
}
