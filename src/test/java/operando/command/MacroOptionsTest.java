package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

    @Test
    void readsPlainBracketedQuotedAndBareKeys() {
        final MacroOptions options = MacroOptions.parse("size=64 title=[my [odd] stack] path='a b' save ");
        assertEquals(Optional.of("64"), options.value("size"));
        assertEquals(Optional.of("my [odd] stack"), options.value("Title"));
        assertEquals(Optional.of("a b"), options.value("path"));
        assertEquals(Optional.of("true"), options.value("save"));
        assertTrue(options.value("missing").isEmpty());
    }

    @Test
    void aKeyInsideAnotherKeyIsNotMistakenForIt() {
        final MacroOptions options = MacroOptions.parse("voxel_size=0.5 size=64");
        assertEquals(Optional.of("64"), options.value("size"));
    }

    @Test
    void anUnknownKeyIsNamed() {
        final InputException e = assertThrows(InputException.class,
            () -> MacroOptions.parse("sise=64").requireOnly("Command", Set.of("size")));
        assertTrue(e.getMessage().contains("'sise'"), e.getMessage());
    }

    @Test
    void anUnclosedBracketIsRefused() {
        assertThrows(InputException.class, () -> MacroOptions.parse("title=[my stack"));
    }

    @Property
    void whatIsWrittenInBracketsIsReadBack(@ForAll @AlphaChars @StringLength(min = 1, max = 8) final String key,
        @ForAll @AlphaChars final String value) {
        assertEquals(Optional.of(value + " b"), MacroOptions.parse(key + "=[" + value + " b] _=1").value(key));
    }
}
