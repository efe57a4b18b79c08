package operando.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;

/**
 * Layers and bottlenecks on one line, as a dialog or a macro gives them: items apart by semicolons, numbers by spaces.
 *
 * <pre>{@code
 * LayersText.layers("cathodic 75 1 4.25e-18 -2.3; anodic 25 1 4.25e-18 -0.7");   // name, µm, mS cm⁻¹, A in S m⁻¹, B in eV
 * LayersText.bottlenecks("0.25 0.001 1e-2; 0.75 0.001 1e-4");                    // x/L, width/L, mS cm⁻¹
 * }</pre>
 */
public final class LayersText {

    private static final int OF_LAYER = 4;
    private static final int OF_BOTTLENECK = 3;

    private LayersText() {
    }

    /** @throws InputException naming the layer if it has too few or too many numbers, or impossible ones */
    public static List<Layer> layers(final String text) {
        final List<Layer> layers = new ArrayList<>();
        for (final String item : items(text)) {
            final int space = item.indexOf(' ');
            final double[] given = numbers("layer '" + item + "'", space < 0 ? "" : item.substring(space), OF_LAYER,
                "give a name without spaces, thickness in µm, ionic conductivity in mS cm⁻¹, A in S m⁻¹ and B in eV");
            layers.add(new Layer(item.substring(0, space), given[0], given[1], given[2], given[3]));
        }
        return layers;
    }

    /** @throws InputException naming the bottleneck if it has too few or too many numbers, or impossible ones */
    public static Bottleneck[] bottlenecks(final String text) {
        return items(text).stream().map(item -> {
            final double[] given = numbers("bottleneck '" + item + "'", item, OF_BOTTLENECK,
                "give its position x/L, its width over L and its ionic conductivity in mS cm⁻¹");
            return new Bottleneck(given[0], given[1], given[2]);
        }).toArray(Bottleneck[]::new);
    }

    private static List<String> items(final String text) {
        return Arrays.stream(text.split(";")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static double[] numbers(final String where, final String text, final int count, final String mend) {
        final String[] words = text.strip().split("\\s+");
        if (words.length != count || text.isBlank()) {
            throw new InputException(where, (text.isBlank() ? 0 : words.length) + " numbers, not " + count, mend);
        }
        final double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (final NumberFormatException e) {
                throw new InputException(where, "'" + words[i] + "' is not a number", mend);
            }
        }
        return numbers;
    }
}
