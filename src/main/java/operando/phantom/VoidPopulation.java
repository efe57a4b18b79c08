package operando.phantom;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Side;

/**
 * Draws the voids of one side: voids that are there at first (some of them close on reduction), voids that form on
 * stripping, ever faster, and voids that form on reduction. These are the three behaviours of Fig. 3 of Lewis et al.
 * Each kind is drawn until its discs, laid at random, hide the share of contact that is asked for:
 * the contact left by discs of total area S on an area A is exp(−S / A) in the mean.
 */
final class VoidPopulation {

    private final PhantomSettings settings;
    private final Side side;
    private final KeyedRandom numbers;
    private final List<InterfacialVoid> voids = new ArrayList<>();

    private VoidPopulation(final PhantomSettings settings, final Side side, final KeyedRandom numbers) {
        this.settings = settings;
        this.side = side;
        this.numbers = numbers;
    }

    static List<InterfacialVoid> drawn(final PhantomSettings settings, final Side side, final KeyedRandom numbers) {
        final PhantomCell cell = settings.cell();
        final VoidPopulation population = new VoidPopulation(settings, side, numbers);
        population.addInitial(cell.initialLoss());
        population.addForming(side == Side.TOP ? cell.strippingLossTop() : cell.strippingLossBottom(), true);
        population.addForming(cell.reductionLoss(), false);
        return List.copyOf(population.voids);
    }

    private void addInitial(final double loss) {
        double area = hiddenUm2(loss);
        while (area > 0) {
            final double size = numbers.between(0.4, 1);
            final boolean closes = side == Side.TOP ? numbers.uniform() < 0.5 : numbers.uniform() < 0.2;
            final double stripping = numbers.between(-0.2, 0.5);
            final InterfacialVoid born = drawn(1, size, 0, stripping, 0, closes ? -size * numbers.between(0.7, 1.6) : 0);
            area -= born.areaUm2(size);
            voids.add(born);
        }
    }

    private void addForming(final double loss, final boolean onStripping) {
        double area = hiddenUm2(loss);
        while (area > 0) {
            // A density of starts that rises linearly makes contact fall ever faster.
            final double start = 0.85 * Math.sqrt(numbers.uniform());
            final double grown = Math.min(1, (1 - start) / 0.35);
            final InterfacialVoid born = onStripping ? drawn(1, 0, start, grown, 0, -0.3)
                : drawn(0.75, 0, 0, 0.2, start, grown);
            area -= born.areaUm2(grown);
            voids.add(born);
        }
    }

    private double hiddenUm2(final double loss) {
        return -Math.log(1 - loss) * (settings.widthUm() + 2 * beyondUm()) * (settings.heightUm() + 2 * beyondUm());
    }

    // Voids are also drawn around the field of view, so that its rim is covered like its middle.
    private double beyondUm() {
        return settings.cell().voidRadiusUm();
    }

    private InterfacialVoid drawn(final double scale, final double initial, final double strippingStart,
        final double strippingChange, final double reductionStart, final double reductionChange) {
        final PhantomCell cell = settings.cell();
        final double radius = scale * cell.voidRadiusUm() * numbers.between(0.75, 1.25);
        final double stretch = numbers.between(1, 1.35);
        return new InterfacialVoid(numbers.between(-beyondUm(), settings.widthUm() + beyondUm()),
            numbers.between(-beyondUm(), settings.heightUm() + beyondUm()), radius * stretch, radius / stretch, numbers.between(0, Math.PI),
            scale * cell.voidThicknessUm() * numbers.between(0.75, 1.25), numbers.between(0, 2 * Math.PI),
            numbers.between(0, 2 * Math.PI), initial, strippingStart, strippingChange, reductionStart, reductionChange);
    }
}
