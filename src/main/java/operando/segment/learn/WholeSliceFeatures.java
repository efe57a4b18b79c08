package operando.segment.learn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Those 2-D features of which a value depends on all of its slice. A new one is added to {@link #tasks}, as tasks that may
 * run side by side; they find threads by themselves and must not start any.
 */
final class WholeSliceFeatures {

    private final Set<String> names = new HashSet<>();

    WholeSliceFeatures(final Set<String> wanted) {
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
        for (final int slope : FeatureNames.SLOPES) {
            final String name = FeatureNames.lipschitz(slope);
            if (names.contains(name)) {
                tasks.add(() -> Map.of(name, LipschitzCover.of(slope, shown.scaled(slice.grey()), slice.width())));
            }
        }
        return tasks;
    }
}
