package operando.potential.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.potential.Bottleneck;
import operando.potential.LatticeMismatch;
import operando.potential.Layer;
import operando.potential.LayerStack;
import operando.text.YamlFile;
import operando.text.YamlMap;
import operando.text.YamlValue;

/**
 * Reads a stack, and a sweep of designs of it if one is asked for, from YAML:
 *
 * <pre>
 * name: bilayer
 * layers:                       # the cathode's first
 *   - {name: cathodic, thickness_um: 75, ionic_conductivity_mS_cm: 1, A_S_m: 4.25e-18, B_eV: -2.3}
 *   - {name: anodic, thickness_um: 25, ionic_conductivity_mS_cm: 1, A_S_m: 4.25e-18, B_eV: -0.7, stable_to_eV: 0.5}
 * bottlenecks:                  # optional; positions and widths over the total thickness
 *   - {position: 0.5, width: 0.001, ionic_conductivity_mS_cm: 1e-4}
 * cathode_potential_eV: -3      # Li⁰ potential: 0 for bulk lithium, minus the voltage against it
 * anode_potential_eV: 0.15
 * current_density_mA_cm2: 1     # positive: from the cathode to the anode, charging
 * temperature_K: 298
 * mechanics: {youngs_modulus_GPa: 150, poisson_ratio: 0.26, expansion_per_eV: 0.001}   # optional
 * sweep:
 *   margin_eV: 0.1
 *   x: {layer: anodic, vary: B_eV, from: -1, to: -0.4, steps: 200}
 *   y: {layer: anodic, vary: thickness_share, from: 0.05, to: 0.95, steps: 200}
 * </pre>
 */
public final class LayersFile {

    /**
     * What such a file describes.
     *
     * @param name  what the user calls the stack
     * @param stack the stack
     * @param mechanics what the stress of its jumps is reckoned with, if given
     * @param sweep the sweep of its designs, if there is one
     */
    public record Content(String name, LayerStack stack, Optional<LatticeMismatch> mechanics, Optional<DesignSweep> sweep) {
    }

    private LayersFile() {
    }

    /** @throws InputException naming the line of whatever is wrong */
    public static Content read(final Path file) {
        final YamlValue whole = YamlFile.read(file, "a layers.yml");
        final YamlMap top = whole.map("name", "layers", "bottlenecks", "cathode_potential_eV", "anode_potential_eV",
            "current_density_mA_cm2", "temperature_K", "total_thickness_um", "mechanics",
            "sweep");
        final LayerStack given = whole.as(() -> new LayerStack(layers(top.need("layers")), bottlenecks(top),
            top.need("cathode_potential_eV").number(), top.need("anode_potential_eV").number(),
            top.number("current_density_mA_cm2", LayerStack.PUBLISHED_CURRENT_DENSITY),
            top.number("temperature_K", LayerStack.PUBLISHED_TEMPERATURE)));
        final LayerStack stack = top.get("total_thickness_um")
            .map(total -> given.withTotalThickness(total.positive())).orElse(given);
        final String fileName = file.getFileName().toString();
        return new Content(top.get("name").map(YamlValue::text).orElse(fileName.replaceFirst("\\.ya?ml$", "")), stack,
            top.get("mechanics").map(LayersFile::mechanics), top.get("sweep").map(value -> new SweepReader(stack).read(value)));
    }

    private static LatticeMismatch mechanics(final YamlValue value) {
        final YamlMap map = value.map("youngs_modulus_GPa", "poisson_ratio", "expansion_per_eV");
        return value.as(() -> new LatticeMismatch(map.need("youngs_modulus_GPa").number(), map.need("poisson_ratio").number(),
            map.need("expansion_per_eV").number()));
    }

    private static List<Layer> layers(final YamlValue list) {
        final List<Layer> layers = new ArrayList<>();
        for (final YamlValue item : list.list()) {
            final YamlMap map = item.map("name", "thickness_um", "ionic_conductivity_mS_cm", "A_S_m", "B_eV",
                "stable_from_eV", "stable_to_eV");
            final String name = map.get("name").map(YamlValue::text).orElse("layer " + (layers.size() + 1));
            layers.add(item.as(() -> new Layer(name, map.need("thickness_um").number(),
                map.need("ionic_conductivity_mS_cm").number(), map.need("A_S_m").number(), map.need("B_eV").number(),
                map.number("stable_from_eV", Double.NEGATIVE_INFINITY),
                map.number("stable_to_eV", Double.POSITIVE_INFINITY))));
        }
        return layers;
    }

    private static List<Bottleneck> bottlenecks(final YamlMap top) {
        final List<Bottleneck> bottlenecks = new ArrayList<>();
        for (final YamlValue item : top.get("bottlenecks").map(YamlValue::list).orElse(List.of())) {
            final YamlMap map = item.map("position", "width", "ionic_conductivity_mS_cm");
            bottlenecks.add(item.as(() -> new Bottleneck(map.need("position").number(),
                map.number("width", Bottleneck.PUBLISHED_WIDTH), map.need("ionic_conductivity_mS_cm").number())));
        }
        return bottlenecks;
    }
}
