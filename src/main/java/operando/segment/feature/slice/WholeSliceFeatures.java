package operando.segment.feature.slice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Those 2-D features of which a value depends on all of its slice. A new one is added to {@link #tasks}, as tasks that may
 * run side by side; they find threads by themselves and must not start any.
 */
final class WholeSliceFeatures {

    private final Set<String> names = new HashSet<>();
    private final List<GaborFilter> gabor = new ArrayList<>(GaborFilter.all());
    private final List<String> diffused;

    WholeSliceFeatures(final Set<String> wanted) {
        gabor.removeIf(filter -> Collections.disjoint(filter.names(), wanted));
        names.addAll(GaborFilter.allNames());
        diffused = wanted.stream().filter(name -> name.startsWith(FeatureGroup.ANISOTROPIC_DIFFUSION.title())).toList();
        names.addAll(diffused);
        for (final int slope : FeatureNames.SLOPES) {
            names.add(FeatureNames.lipschitz(slope));
        }
        names.retainAll(wanted);
    }

    /** The names of those that are wanted. */
    Set<String> names() {
        return names;
    }

    /**
     * Images of a slice, by name.
     *
     * @param slice  a whole one
     * @param shown  greys that become black and white in 8 bit
     */
    List<Callable<Map<String, float[]>>> tasks(final SlicePlane slice, final SliceRange shown) {
        final List<Callable<Map<String, float[]>>> tasks = new ArrayList<>();
        final FutureTask<byte[]> scaled = new FutureTask<>(() -> shown.scaled(slice.grey()));
        for (final int slope : FeatureNames.SLOPES) {
            final String name = FeatureNames.lipschitz(slope);
            if (names.contains(name)) {
                tasks.add(() -> {
                    scaled.run();
                    return Map.of(name, LipschitzFilter.of(slope, scaled.get(), slice.width()));
                });
            }
        }
        diffused.forEach(name -> tasks.add(() -> Map.of(name, AnisotropicDiffusion.named(name).of(slice))));
        final FutureTask<SliceSpectrum> spectrum = new FutureTask<>(() -> new SliceSpectrum(slice));
        gabor.forEach(filter -> tasks.add(() -> {
            spectrum.run();
            return responses(filter, spectrum.get());
        }));
        return tasks;
    }

    private Map<String, float[]> responses(final GaborFilter filter, final SliceSpectrum spectrum) {
        final float[][] images = filter.of(spectrum);
        final Map<String, float[]> responses = new HashMap<>();
        for (int i = 0; i < images.length; i++) {
            if (names.contains(filter.names().get(i))) {
                responses.put(filter.names().get(i), images[i]);
            }
        }
        return responses;
    }
}
