package operando.potential.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import operando.cell.InputException;
import operando.potential.Bottleneck;
import operando.potential.Layer;
import operando.potential.LayerStack;
import operando.potential.published.PublishedCase.Printed;
import operando.potential.published.PublishedCase.Quantity;

/**
 * The profiles that Kim and Li show, as stacks to solve anew, with the values that they print. A is printed there as
 * 4.25 × 10⁻¹⁷ without a unit; the values here are those with which the printed transference numbers are met best.
 *
 * @param name  as in the paper, such as 4b
 * @param title what is varied
 * @param cases the curves
 */
public record PublishedFigure(String name, String title, List<PublishedCase> cases) {

    private static final double A_OF_FIGURE_2 = 4.25e-18;

    private static final double A_OF_FIGURES_3_TO_7 = 9.65e-18;

    private static final double A_OF_FIGURE_8 = 2.72e-18;

    private static final double LATTICE_MS_PER_CM = 1;

    private static final double MODERATE = 1e-2;

    private static final double SEVERE = 1e-4;

    private static final Map<String, PublishedFigure> ALL = all();

    /** @throws InputException if there is no such figure */
    public static PublishedFigure named(final String name) {
        final PublishedFigure figure = ALL.get(name);
        if (figure == null) {
            throw new InputException("figure", "there is no figure " + name, "give one of " + String.join(", ", names()));
        }
        return figure;
    }

    /** The names of all figures, in the paper's order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The figures that a name means: one, all parts of one (8 for 8a to 8d), or "all".
     *
     * @throws InputException if there is no such figure
     */
    public static List<String> namesUnder(final String name) {
        final List<String> meant = names().stream()
            .filter(one -> name.equals("all") || one.equals(name) || one.matches(Pattern.quote(name) + "[a-z]")).toList();
        return meant.isEmpty() ? List.of(named(name).name()) : meant;
    }

    private static Map<String, PublishedFigure> all() {
        final Map<String, PublishedFigure> all = new TreeMap<>();
        final List<PublishedFigure> figures = new ArrayList<>(List.of(figure2(), figure3()));
        figures.addAll(figures4());
        figures.addAll(figures5To7());
        figures.addAll(figures8());
        figures.forEach(figure -> all.put(figure.name(), figure));
        return all;
    }

    private static PublishedFigure figure2() {
        final List<PublishedCase> cases = new ArrayList<>();
        final String[] jumps = {"0.50", "0.25", "0.75"};
        final double[] shifts = {0, 0.01, -0.01};
        for (int i = 0; i < shifts.length; i++) {
            final LayerStack stack = LayerStack.of(-1.78 + shifts[i], -1.18 + shifts[i],
                new Layer("LLZO", 100, 0.3, A_OF_FIGURE_2, -1.48));
            cases.add(new PublishedCase(range(stack), stack, List.of(Printed.of(Quantity.FIRST_JUMP, jumps[i]))));
        }
        return new PublishedFigure("2", "one layer, three pairs of boundary potentials", cases);
    }

    private static PublishedFigure figure3() {
        return new PublishedFigure("3", "two layers", List.of(new PublishedCase("[-3, 0] eV",
            bilayer(A_OF_FIGURES_3_TO_7, -2.3, -0.7), List.of(Printed.of(Quantity.TRANSFERENCE_NUMBER, "0.9812"),
            new Printed(Quantity.FIRST_JUMP, "< 0.01", 0.01), new Printed(Quantity.LAST_JUMP, "> 0.99", 0.99)))));
    }

    private static List<PublishedFigure> figures4() {
        final LayerStack bilayer = bilayer(A_OF_FIGURES_3_TO_7, -2.3, -0.7);
        return List.of(
            single("4b", "the first bottleneck severe", with(bilayer, SEVERE, MODERATE, MODERATE), "0.9735"),
            single("4c", "the second bottleneck severe", with(bilayer, MODERATE, SEVERE, MODERATE), "0.8902"),
            single("4d", "the third bottleneck severe", with(bilayer, MODERATE, MODERATE, SEVERE), "0.9738"));
    }

    private static List<PublishedFigure> figures5To7() {
        final LayerStack third = with(bilayer(A_OF_FIGURES_3_TO_7, -2.3, -0.7), MODERATE, MODERATE, SEVERE);
        final LayerStack thin = third.withPotentials(-3, 0.15).withLayers(List.of(
            third.layers().get(0).withThickness(75), third.layers().get(1).withThickness(25)));
        final Layer anodic = thin.layers().get(1);
        return List.of(
            single("5a", "0.05 eV at the anode", third.withPotentials(-3, 0.05), "0.9738"),
            single("5b", "0.10 eV at the anode", third.withPotentials(-3, 0.10), "0.9651"),
            single("5c", "0.15 eV at the anode", third.withPotentials(-3, 0.15), "0.7534"),
            single("6b", "layers 3 : 1", thin, "0.7218"),
            new PublishedFigure("7a", "ions in the anodic layer slower or faster", List.of(
                transference("anodic σ_Li × 0.1", anodic(thin, anodic.withIonicConductivity(0.1 * LATTICE_MS_PER_CM)), "0.6543"),
                transference("anodic σ_Li × 10", anodic(thin, anodic.withIonicConductivity(10 * LATTICE_MS_PER_CM)), "0.7280"))),
            new PublishedFigure("7b", "electrons in the anodic layer more or fewer", List.of(
                transference("anodic A × 2", anodic(thin,
                    anodic.withElectronicConstant(2 * A_OF_FIGURES_3_TO_7)), "0.4860"),
                transference("anodic A × 0.2", anodic(thin,
                    anodic.withElectronicConstant(0.2 * A_OF_FIGURES_3_TO_7)), "0.9124"))));
    }

    private static List<PublishedFigure> figures8() {
        return List.of(figure8("8a", -2.3, -0.8, "0.9947", "-1.5000"), figure8("8b", -2.2, -0.8, "0.9947", "-1.4998"),
            figure8("8c", -2.4, -0.8, "0.9926", "-1.5917"), figure8("8d", -2.3, -0.6, "0.9614", "-1.4500"));
    }

    private static PublishedFigure figure8(final String name, final double cathodic, final double anodic,
        final String share, final String middle) {
        final String title = "B of " + cathodic + " and " + anodic + " eV";
        return new PublishedFigure(name, title, List.of(new PublishedCase(title, bilayer(A_OF_FIGURE_8, cathodic, anodic),
            List.of(Printed.of(Quantity.TRANSFERENCE_NUMBER, share), Printed.of(Quantity.MIDDLE_POTENTIAL_EV, middle)))));
    }

    private static PublishedFigure single(final String name, final String title, final LayerStack stack,
        final String share) {
        return new PublishedFigure(name, title, List.of(transference(range(stack), stack, share)));
    }

    private static PublishedCase transference(final String label, final LayerStack stack, final String share) {
        return new PublishedCase(label, stack, List.of(Printed.of(Quantity.TRANSFERENCE_NUMBER, share)));
    }

    private static LayerStack bilayer(final double a, final double cathodic, final double anodic) {
        return LayerStack.of(-3, 0, new Layer("cathodic", 50, LATTICE_MS_PER_CM, a, cathodic),
            new Layer("anodic", 50, LATTICE_MS_PER_CM, a, anodic));
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
