package operando.potential.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import operando.cell.Constants;
import operando.cell.InputException;
import operando.potential.Bottleneck;
import operando.potential.Layer;
import operando.potential.LayerStack;
import operando.potential.published.PublishedCase.Printed;

/**
 * The profiles that Kim and Li show, as stacks to solve anew, with the values that they print. A is printed there as
 * 4.25 × 10⁻¹⁷ without a unit; in mS cm⁻¹, with k_BT = 0.025 eV, it gives the printed values of figures 2 to 7.
 *
 * @param name  as in the paper, such as 4b
 * @param title what is varied
 * @param cases the curves
 */
public record PublishedFigure(String name, String title, List<PublishedCase> cases) {

    /** The paper's A, read in mS cm⁻¹: 4.25 × 10⁻¹⁷ mS cm⁻¹. */
    private static final double A_S_PER_M = 4.25e-18;

    /** The paper states 298 K and reckons with k_BT = 0.025 eV. */
    private static final double TEMPERATURE_K = 0.025 / Constants.BOLTZMANN_EV_PER_K;

    /** Figure 8 is met to the fourth digit with L j five times that of the other figures. */
    private static final double CURRENT_OF_FIGURE_8 = 5 * LayerStack.PUBLISHED_CURRENT_DENSITY;

    private static final double LATTICE_MS_PER_CM = 1;

    private static final double MODERATE = 1e-2;

    private static final double SEVERE = 1e-4;

    private static final Layer LLZO = new Layer("LLZO", 100, 0.3, A_S_PER_M, -1.48);

    private static final Layer CATHODIC = new Layer("cathodic", 50, LATTICE_MS_PER_CM, A_S_PER_M, -2.3);

    private static final Layer ANODIC = new Layer("anodic", 50, LATTICE_MS_PER_CM, A_S_PER_M, -0.7);

    private static final Map<String, PublishedFigure> ALL = all();

    /** Figures 2a, 3b and 3c: σ_Li, σ_e and σ_h against μ. */
    public static List<PublishedConductivity> conductivities() {
        return List.of(new PublishedConductivity("2a", LLZO, TEMPERATURE_K, -2.5, -0.46),
            new PublishedConductivity("3b", CATHODIC, TEMPERATURE_K, -4, 1),
            new PublishedConductivity("3c", ANODIC, TEMPERATURE_K, -4, 1));
    }

    /** @throws InputException if there is no such figure of profiles */
    public static PublishedFigure named(final String name) {
        final PublishedFigure figure = ALL.get(name);
        if (figure == null) {
            throw unknown(name);
        }
        return figure;
    }

    private static InputException unknown(final String name) {
        return new InputException("figure", "there is no figure " + name, "give one of " + String.join(", ", allNames()));
    }

    /** The names of all figures of profiles, in the paper's order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The names of all figures, those of conductivities and those of profiles. */
    private static List<String> allNames() {
        return Stream.concat(conductivities().stream().map(PublishedConductivity::name), names().stream()).sorted().toList();
    }

    /**
     * The figures that a name means: one, all parts of one (8 for 8a to 8d), or "all".
     *
     * @throws InputException if there is no such figure
     */
    public static List<String> namesUnder(final String name) {
        final List<String> meant = allNames().stream()
            .filter(one -> name.equals("all") || one.equals(name) || one.matches(Pattern.quote(name) + "[a-z]")).toList();
        if (meant.isEmpty()) {
            throw unknown(name);
        }
        return meant;
    }

    private static Map<String, PublishedFigure> all() {
        final Map<String, PublishedFigure> all = new TreeMap<>();
        final List<PublishedFigure> figures = new ArrayList<>(List.of(figure2(), figureS2(), figure3()));
        figures.addAll(figures4());
        figures.addAll(figures5());
        figures.addAll(figures6And7());
        figures.addAll(figures8());
        figures.forEach(figure -> all.put(figure.name(), figure));
        return all;
    }

    private static PublishedFigure figure2() {
        final LayerStack middle = single(-1.78, -1.18);
        final LayerStack up = single(-1.77, -1.17);
        final LayerStack down = single(-1.79, -1.19);
        return new PublishedFigure("2", "one layer, three pairs of boundary potentials", List.of(
            new PublishedCase(range(middle), middle, List.of(Printed.of(PublishedQuantity.FIRST_JUMP, "0.50"))),
            new PublishedCase(range(up), up, List.of(Printed.of(PublishedQuantity.FIRST_JUMP, "0.25"))),
            new PublishedCase(range(down), down, List.of(Printed.of(PublishedQuantity.FIRST_JUMP, "0.75")))));
    }

    private static PublishedFigure figureS2() {
        final LayerStack stack = single(-2.11, -1.51);
        return new PublishedFigure("S2", "one layer, B outside of the boundary potentials", List.of(new PublishedCase(
            range(stack), stack, List.of(Printed.of(PublishedQuantity.LAST_JUMP, "< 1")))));
    }

    private static PublishedFigure figure3() {
        final LayerStack stack = bilayer(-2.3, -0.7);
        return new PublishedFigure("3", "two layers", List.of(new PublishedCase(range(stack), stack,
            List.of(Printed.of(PublishedQuantity.TRANSFERENCE_NUMBER, "0.9812"),
                Printed.of(PublishedQuantity.FIRST_JUMP, "< 0.01"), Printed.of(PublishedQuantity.LAST_JUMP, "> 0.99")))));
    }

    private static List<PublishedFigure> figures4() {
        final LayerStack bilayer = bilayer(-2.3, -0.7);
        return List.of(
            single("4b", "the first bottleneck severe", with(bilayer, SEVERE, MODERATE, MODERATE), "0.9735"),
            single("4c", "the second bottleneck severe", with(bilayer, MODERATE, SEVERE, MODERATE), "0.8902"),
            single("4d", "the third bottleneck severe", with(bilayer, MODERATE, MODERATE, SEVERE), "0.9738"));
    }

    private static List<PublishedFigure> figures5() {
        final LayerStack stack = with(bilayer(-2.3, -0.7), MODERATE, MODERATE, SEVERE);
        final LayerStack first = stack.withPotentials(-3, 0.05);
        final LayerStack alloyed = stack.withPotentials(-3, -0.8);
        return List.of(
            new PublishedFigure("5a", "0.05 eV at the anode", List.of(new PublishedCase(range(first), first, List.of(
                Printed.of(PublishedQuantity.TRANSFERENCE_NUMBER, "0.9738"),
                Printed.of(PublishedQuantity.EXPOSED_FROM, "> 0.95"))))),
            single("5b", "0.10 eV at the anode", stack.withPotentials(-3, 0.10), "0.9651"),
            single("5c", "0.15 eV at the anode", stack.withPotentials(-3, 0.15), "0.7534"),
            new PublishedFigure("S3", "−0.8 eV at the anode", List.of(new PublishedCase(range(alloyed), alloyed, List.of()))));
    }

    private static List<PublishedFigure> figures6And7() {
        final LayerStack third = with(bilayer(-2.3, -0.7), MODERATE, MODERATE, SEVERE);
        final LayerStack thin = third.withPotentials(-3, 0.15).withLayers(List.of(
            third.layers().get(0).withThickness(75), third.layers().get(1).withThickness(25)));
        final Layer anodic = thin.layers().get(1);
        return List.of(single("6b", "layers 3 : 1", thin, "0.7218"),
            new PublishedFigure("7a", "ions in the anodic layer slower or faster", List.of(
                transference("anodic σ_Li × 0.1", anodic(thin, anodic.withIonicConductivity(0.1 * LATTICE_MS_PER_CM)), "0.6543"),
                transference("anodic σ_Li × 10", anodic(thin, anodic.withIonicConductivity(10 * LATTICE_MS_PER_CM)), "0.7280"))),
            new PublishedFigure("7b", "electrons in the anodic layer more or fewer", List.of(
                transference("anodic A × 2", anodic(thin,
                    anodic.withElectronicConstant(2 * A_S_PER_M)), "0.4860"),
                transference("anodic A × 0.2", anodic(thin,
                    anodic.withElectronicConstant(0.2 * A_S_PER_M)), "0.9124"))));
    }

    private static List<PublishedFigure> figures8() {
        return List.of(figure8("8a", -2.3, -0.8, "0.9947", "-1.5000"), figure8("8b", -2.2, -0.8, "0.9947", "-1.4998"),
            figure8("8c", -2.4, -0.8, "0.9926", "-1.5917"), figure8("8d", -2.3, -0.6, "0.9614", "-1.4500"));
    }

    private static PublishedFigure figure8(final String name, final double cathodic, final double anodic,
        final String share, final String middle) {
        final String title = "B of " + cathodic + " and " + anodic + " eV";
        return new PublishedFigure(name, title, List.of(new PublishedCase(title, bilayer(cathodic, anodic).withCurrentDensity(CURRENT_OF_FIGURE_8),
            List.of(Printed.of(PublishedQuantity.TRANSFERENCE_NUMBER, share), Printed.of(PublishedQuantity.MIDDLE_POTENTIAL_EV, middle)))));
    }

    private static PublishedFigure single(final String name, final String title, final LayerStack stack,
        final String share) {
        return new PublishedFigure(name, title, List.of(transference(range(stack), stack, share)));
    }

    private static PublishedCase transference(final String label, final LayerStack stack, final String share) {
        return new PublishedCase(label, stack, List.of(Printed.of(PublishedQuantity.TRANSFERENCE_NUMBER, share)));
    }

    private static LayerStack single(final double cathodeEv, final double anodeEv) {
        return LayerStack.of(cathodeEv, anodeEv, LLZO).withTemperature(TEMPERATURE_K);
    }

    private static LayerStack bilayer(final double cathodic, final double anodic) {
        return LayerStack.of(-3, 0, CATHODIC.withElectronicMinimum(cathodic), ANODIC.withElectronicMinimum(anodic))
            .withTemperature(TEMPERATURE_K);
    }

    private static LayerStack with(final LayerStack stack, final double first, final double second, final double third) {
        return stack.withBottlenecks(new Bottleneck(0.25, Bottleneck.PUBLISHED_WIDTH, first * LATTICE_MS_PER_CM),
            new Bottleneck(0.5, Bottleneck.PUBLISHED_WIDTH, second * LATTICE_MS_PER_CM),
            new Bottleneck(0.75, Bottleneck.PUBLISHED_WIDTH, third * LATTICE_MS_PER_CM));
    }

    private static LayerStack anodic(final LayerStack stack, final Layer anodic) {
        return stack.withLayers(List.of(stack.layers().get(0), anodic));
    }

    private static String range(final LayerStack stack) {
        return "[" + stack.cathodePotentialEv() + ", " + stack.anodePotentialEv() + "] eV";
    }
}
