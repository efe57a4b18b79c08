package operando.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import operando.cell.InputException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Statements about the keys of YAML files that hold for any words. */
class KnownKeysTest {

    private static final List<String> KEYS = List.of("name", "voxel_size_um", "stack_axis", "scans", "model");

    @Property(seed = "1")
    void onlyKnownKeysPass(@ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 12) final String key) {
        Assume.that(!KEYS.contains(key));
        final ScalarNode node = new ScalarNode(Tag.STR, key, null, null, DumperOptions.ScalarStyle.PLAIN) {
            @Override
            public Mark getStartMark() {
                return new Mark("", 0, 6, 0, new int[0], 0);
            }
        };
        final InputException exception = assertThrows(InputException.class,
            () -> KnownKeys.check(new YamlValue("e.yml", "", node), KEYS));
        assertEquals("e.yml line 7: the key " + key, exception.getMessage().substring(0, 22 + key.length()));
    }

    @Property(seed = "1")
    void distanceIsAMetric(@ForAll @StringLength(max = 8) final String a, @ForAll @StringLength(max = 8) final String b) {
        assertEquals(KnownKeys.distance(a, b), KnownKeys.distance(b, a));
        assertEquals(a.equals(b), KnownKeys.distance(a, b) == 0);
    }
}
