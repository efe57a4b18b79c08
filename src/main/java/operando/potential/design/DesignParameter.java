package operando.potential.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

import operando.potential.Bottleneck;
import operando.potential.Layer;
import operando.potential.LayerStack;

/**
 * A parameter of a stack that a sweep can vary.
 *
 * @param name   with its unit, as the axis of a map is labelled
 * @param change the stack with another value of it
 */
public record DesignParameter(String name, BiFunction<LayerStack, Double, LayerStack> change) {

    /** A parameter of one layer. */
    public static DesignParameter ofLayer(final String name, final int layer, final BiFunction<Layer, Double, Layer> change) {
        return new DesignParameter(name, (stack, value) -> {
            final List<Layer> layers = new ArrayList<>(stack.layers());
            layers.set(layer, change.apply(layers.get(layer), value));
            return stack.withLayers(layers);
        });
    }

    /** The share of a layer in the total thickness, which stays; the other layers share the rest as before. */
    public static DesignParameter thicknessShare(final String name, final int layer) {
        return new DesignParameter(name, (stack, share) -> {
            final double total = stack.totalThicknessUm();
            final double others = total - stack.layers().get(layer).thicknessUm();
            final ToDoubleFunction<Layer> rest = one -> one.thicknessUm() * total * (1 - share) / others;
            final List<Layer> layers = new ArrayList<>(stack.layers());
            layers.replaceAll(one -> one.withThickness(rest.applyAsDouble(one)));
            layers.set(layer, stack.layers().get(layer).withThickness(total * share));
            return stack.withLayers(layers);
        });
    }

    /** A parameter of one ionic bottleneck, counted from the cathode. */
    public static DesignParameter ofBottleneck(final String name, final int bottleneck,
        final BiFunction<Bottleneck, Double, Bottleneck> change) {
        return new DesignParameter(name, (stack, value) -> {
            final Bottleneck[] all = stack.bottlenecks().toArray(Bottleneck[]::new);
            all[bottleneck] = change.apply(all[bottleneck], value);
            return stack.withBottlenecks(all);
        });
    }
}
