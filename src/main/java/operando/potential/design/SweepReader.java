package operando.potential.design;

import java.util.List;

import operando.potential.Bottleneck;
import operando.potential.Layer;
import operando.potential.LayerStack;
import operando.potential.VulnerableFraction;
import operando.text.YamlMap;
import operando.text.YamlValue;

/** Reads the key {@code sweep} of a layers.yml. */
final class SweepReader {

    private static final String[] OF_LAYER = {"thickness_um", "thickness_share", "ionic_conductivity_mS_cm", "A_S_m", "B_eV"};

    private static final String[] OF_BOTTLENECK = {"position", "width", "ionic_conductivity_mS_cm"};

    private static final String[] OF_STACK = {"cathode_potential_eV", "anode_potential_eV", "current_density_mA_cm2",
        "temperature_K", "total_thickness_um"};

    private static final int DEFAULT_STEPS = 200;

    private final LayerStack stack;

    SweepReader(final LayerStack stack) {
        this.stack = stack;
    }

    DesignSweep read(final YamlValue value) {
        final YamlMap map = value.map("x", "y", "margin_eV");
        return value.as(() -> new DesignSweep(stack, axis(map.need("x")), axis(map.need("y")),
            map.number("margin_eV", VulnerableFraction.DEFAULT_MARGIN_EV)));
    }

    private DesignAxis axis(final YamlValue value) {
        final YamlMap map = value.map("layer", "bottleneck", "vary", "from", "to", "steps", "scale");
        final boolean logarithmic = map.get("scale").map(scale -> scale.oneOf("linear", "log").equals("log")).orElse(false);
        if (map.has("layer") && map.has("bottleneck")) {
            throw value.wrong("both a layer and a bottleneck are named", "keep one of them");
        }
        return value.as(() -> new DesignAxis(parameter(map), map.need("from").number(), map.need("to").number(),
            map.count("steps", DEFAULT_STEPS), logarithmic));
    }

    private DesignParameter parameter(final YamlMap map) {
        final YamlValue vary = map.need("vary");
        if (map.has("layer")) {
            return ofLayer(map.need("layer"), vary.oneOf(OF_LAYER));
        }
        return map.has("bottleneck") ? ofBottleneck(map.need("bottleneck"), vary.oneOf(OF_BOTTLENECK))
            : ofStack(vary.oneOf(OF_STACK));
    }

    private DesignParameter ofLayer(final YamlValue layer, final String key) {
        final List<String> names = stack.layers().stream().map(Layer::name).toList();
        final int index = names.indexOf(layer.oneOf(names.toArray(String[]::new)));
        final String name = names.get(index) + " " + key;
        return switch (key) {
            case "thickness_um" -> DesignParameter.ofLayer(name, index, Layer::withThickness);
            case "ionic_conductivity_mS_cm" -> DesignParameter.ofLayer(name, index, Layer::withIonicConductivity);
            case "A_S_m" -> DesignParameter.ofLayer(name, index, Layer::withElectronicConstant);
            case "B_eV" -> DesignParameter.ofLayer(name, index, Layer::withElectronicMinimum);
            default -> thicknessShare(layer, name, index);
        };
    }

    private DesignParameter thicknessShare(final YamlValue layer, final String name, final int index) {
        if (stack.layers().size() == 1) {
            throw layer.wrong("the only layer always has the whole thickness", "vary something else");
        }
        return DesignParameter.thicknessShare(name, index);
    }

    private DesignParameter ofBottleneck(final YamlValue number, final String key) {
        if (number.count() > stack.bottlenecks().size()) {
            throw number.wrong("there are only " + stack.bottlenecks().size() + " bottlenecks",
                "count them from the cathode, from 1");
        }
        final int index = number.count() - 1;
        final String name = "bottleneck " + number.count() + " " + key;
        return DesignParameter.ofBottleneck(name, index, switch (key) {
            case "position" -> (one, x) -> new Bottleneck(x, one.width(), one.ionicConductivityMSPerCm());
            case "width" -> (one, width) -> new Bottleneck(one.position(), width, one.ionicConductivityMSPerCm());
            default -> (one, mSPerCm) -> new Bottleneck(one.position(), one.width(), mSPerCm);
        });
    }

    private static DesignParameter ofStack(final String key) {
        return new DesignParameter(key, switch (key) {
            case "cathode_potential_eV" -> (one, ev) -> one.withPotentials(ev, one.anodePotentialEv());
            case "anode_potential_eV" -> (one, ev) -> one.withPotentials(one.cathodePotentialEv(), ev);
            case "current_density_mA_cm2" -> LayerStack::withCurrentDensity;
            case "temperature_K" -> LayerStack::withTemperature;
            default -> LayerStack::withTotalThickness;
        });
    }
}
