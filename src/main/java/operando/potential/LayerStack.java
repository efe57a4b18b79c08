package operando.potential;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Constants;
import operando.cell.InputException;
import operando.cell.RangeCheck;

/**
 * A separator between two electrodes: layers from the cathode (x/L = 0) to the anode (x/L = 1), ionic bottlenecks
 * anywhere, the Li⁰ potential at both ends and the current through it. Li⁰ potentials are in eV with bulk lithium at 0,
 * so that eU = −μ.
 *
 * <pre>{@code
 * LayerStack stack = LayerStack.of(-3, 0,
 *     new Layer("cathodic", 50, 1, 4.25e-18, -2.3), new Layer("anodic", 50, 1, 4.25e-18, -0.7));
 * PotentialProfile profile = PotentialSolver.solve(stack);
 * double t = profile.transferenceNumber();
 * }</pre>
 *
 * @param layers                  one or more, the cathode's first
 * @param bottlenecks             in any order; they may cross layer boundaries but not each other
 * @param cathodePotentialEv      μ at x = 0
 * @param anodePotentialEv        μ at x = L
 * @param currentDensityMAPerCm2  positive from the cathode to the anode (charging), mA cm⁻²
 * @param temperatureK            K
 */
public record LayerStack(List<Layer> layers, List<Bottleneck> bottlenecks, double cathodePotentialEv,
                         double anodePotentialEv, double currentDensityMAPerCm2, double temperatureK) {

    /** The paper's current density, mA cm⁻². */
    public static final double PUBLISHED_CURRENT_DENSITY = 1;

    /** The temperature that the paper states, K; its figures are drawn with k_BT = 0.025 eV. */
    public static final double PUBLISHED_TEMPERATURE = 298;

    private static final double HOTTEST_K = 5000;

    private static final int MOST_LAYERS = 300;

    /** A bottleneck this near to a boundary lies on it, however the thicknesses of layers add up; over L. */
    private static final double ROUNDING = 1e-12;

    /** @throws InputException if there is no layer, no current, no difference of potential, or bottlenecks overlap */
    public LayerStack {
        layers = List.copyOf(layers);
        bottlenecks = bottlenecks.stream().sorted((a, b) -> Double.compare(a.position(), b.position())).toList();
        if (layers.size() > MOST_LAYERS || bottlenecks.size() > MOST_LAYERS) {
            throw new InputException("layers", layers.size() + " layers and " + bottlenecks.size() + " bottlenecks are too many",
                "give at most " + MOST_LAYERS + " of each");
        }
        if (layers.isEmpty()) {
            throw new InputException("layers", "there is none", "give one layer or more");
        }
        RangeCheck.finite("Li⁰ potential at the cathode", cathodePotentialEv, "eV");
        RangeCheck.finite("Li⁰ potential at the anode", anodePotentialEv, "eV");
        RangeCheck.finite("current density", currentDensityMAPerCm2, "mA cm⁻²");
        RangeCheck.positive("temperature", temperatureK, "K");
        if (temperatureK > HOTTEST_K) {
            throw new InputException("temperature", temperatureK + " K is no temperature of an electrolyte", "give at most " + HOTTEST_K + " K");
        }
        if (cathodePotentialEv == anodePotentialEv) {
            throw new InputException("boundary potentials", "both are " + cathodePotentialEv + " eV",
                "give two different Li⁰ potentials in eV");
        }
        if (currentDensityMAPerCm2 == 0) {
            throw new InputException("current density", "the Li⁺ share of a current of 0 mA cm⁻² is undefined",
                "give a current density other than 0, however small, in mA cm⁻²");
        }
        checkApart(bottlenecks);
        checkThicknesses(layers);
    }

    /** Layers without ionic bottlenecks at the paper's current density and temperature. */
    public static LayerStack of(final double cathodePotentialEv, final double anodePotentialEv, final Layer... layers) {
        return new LayerStack(List.of(layers), List.of(), cathodePotentialEv, anodePotentialEv,
            PUBLISHED_CURRENT_DENSITY, PUBLISHED_TEMPERATURE);
    }

    public double totalThicknessUm() {
        return layers.stream().mapToDouble(Layer::thicknessUm).sum();
    }

    /** k_BT in eV. */
    public double thermalEnergyEv() {
        return Constants.BOLTZMANN_EV_PER_K * temperatureK;
    }

    /** x/L of the boundaries between layers, one fewer than layers. */
    public List<Double> boundaries() {
        final List<Double> all = new ArrayList<>();
        final double total = totalThicknessUm();
        double sum = 0;
        for (final Layer layer : layers.subList(0, layers.size() - 1)) {
            sum += layer.thicknessUm();
            all.add(sum / total);
        }
        return all;
    }

    /** The number of the layer, from 0, at x/L; at a boundary the one towards the anode. */
    public int layerAt(final double x) {
        final List<Double> boundaries = boundaries();
        int layer = 0;
        while (layer < boundaries.size() && x >= boundaries.get(layer)) {
            layer++;
        }
        return layer;
    }

    public LayerStack withLayers(final List<Layer> changed) {
        return new LayerStack(changed, bottlenecks, cathodePotentialEv, anodePotentialEv, currentDensityMAPerCm2,
            temperatureK);
    }

    public LayerStack withBottlenecks(final Bottleneck... changed) {
        return new LayerStack(layers, List.of(changed), cathodePotentialEv, anodePotentialEv, currentDensityMAPerCm2,
            temperatureK);
    }

    public LayerStack withPotentials(final double cathodeEv, final double anodeEv) {
        return new LayerStack(layers, bottlenecks, cathodeEv, anodeEv, currentDensityMAPerCm2, temperatureK);
    }

    public LayerStack withCurrentDensity(final double mAPerCm2) {
        return new LayerStack(layers, bottlenecks, cathodePotentialEv, anodePotentialEv, mAPerCm2, temperatureK);
    }

    public LayerStack withTemperature(final double kelvin) {
        return new LayerStack(layers, bottlenecks, cathodePotentialEv, anodePotentialEv, currentDensityMAPerCm2,
            kelvin);
    }

    /** All layers thinned or thickened alike. */
    public LayerStack withTotalThickness(final double um) {
        RangeCheck.positive("total thickness", um, "µm");
        final double factor = um / totalThicknessUm();
        return withLayers(layers.stream().map(layer -> layer.withThickness(layer.thicknessUm() * factor))
            .toList());
    }

    /** The stack cut where its material changes. */
    List<Section> sections() {
        final List<Section> sections = new ArrayList<>();
        double from = 0;
        for (final Bottleneck bottleneck : bottlenecks) {
            addLayers(sections, from, bottleneck.from());
            sections.add(new Section(bottleneck.from(), bottleneck.to(),
                layers.get(layerAt(Math.min(1, bottleneck.position() + ROUNDING))),
                bottleneck.ionicConductivityMSPerCm()));
            from = bottleneck.to();
        }
        addLayers(sections, from, 1);
        return sections;
    }

    private void addLayers(final List<Section> sections, final double from, final double to) {
        final List<Double> cuts = new ArrayList<>(boundaries());
        cuts.removeIf(cut -> cut <= from || cut >= to);
        cuts.add(to);
        double start = from;
        for (final double end : cuts) {
            if (end > start) {
                final Layer layer = layers.get(layerAt((start + end) / 2));
                sections.add(new Section(start, end, layer, layer.ionicConductivityMSPerCm()));
            }
            start = end;
        }
    }

    private static void checkThicknesses(final List<Layer> layers) {
        final double total = layers.stream().mapToDouble(Layer::thicknessUm).sum();
        RangeCheck.positive("total thickness", total, "µm");
        for (final Layer layer : layers) {
            if (layer.thicknessUm() < Bottleneck.THINNEST * total) {
                throw new InputException(layer.name() + ": thickness", layer.thicknessUm() + " µm is too thin beside " + total
                    + " µm in all", "give at least " + Bottleneck.THINNEST + " of it, or leave the layer out");
            }
        }
    }

    private static void checkApart(final List<Bottleneck> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new InputException("bottlenecks", "those at x/L " + sorted.get(i - 1).position() + " and "
                    + sorted.get(i).position() + " overlap", "move them apart or make them thinner");
            }
        }
    }
}
