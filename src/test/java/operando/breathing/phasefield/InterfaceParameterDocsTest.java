package operando.breathing.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import operando.text.CsvTable;
import org.junit.jupiter.api.Test;

/** The table of parameters in docs/methods/breathing.md is made from them. */
class InterfaceParameterDocsTest {

    private static final Path PAGE = Path.of("docs/methods/breathing.md");
    private static final String BEGIN = "<!-- parameters of the interface model, made by InterfaceParameterDocsTest -->\n";
    private static final String END = "<!-- end of parameters -->\n";

    private static String table() {
        return "| name | symbol | default | what it is | where the default comes from |\n|---|---|---|---|---|\n" + Arrays.stream(InterfaceParameter.values())
            .map(one -> "| `" + one.key() + "` | " + symbol(one) + " | " + CsvTable.text(one.usual()) + " | " + one.meaning() + " | " + one.source() + " |\n").collect(Collectors.joining());
    }

    private static String symbol(final InterfaceParameter parameter) {
        return switch (parameter) {
            case STACK_PRESSURE -> "$P$";
            case CURRENT_DENSITY -> "$I$";
            case AREAL_CAPACITY -> "$Q$";
            case REST -> "";
            case TEMPERATURE -> "$T$";
            case EXCHANGE_CURRENT -> "$i_0$";
            case DIFFUSION_SUPPLY -> "$i_d$";
            case CREEP_SUPPLY -> "$i_c$";
            case CREEP_EXPONENT -> "$n$";
            case EDGE_ADVANCE -> "$\\chi$";
            case PLATING_RECOVERY -> "$\\psi$";
            case CURVATURE_MOBILITY -> "$D$";
            case INTERFACE_WIDTH -> "$\\ell$";
            case VOID_DENSITY -> "$N$";
            case VOID_RADIUS -> "$r$";
            case OPENING_DEPTH -> "$d$";
            case REDUCTION_SHARE -> "$f$";
            case GROWTH_PER_CHARGE -> "$m$";
            case REACTION_RATE -> "$k$";
            case SLOWING_THICKNESS -> "$h_s$";
            case INTERPHASE_CONDUCTIVITY -> "$\\kappa$";
            case INTERPHASE_MODULUS -> "$E_\\mathrm{int}$";
            case LITHIUM_MODULUS -> "$E_\\mathrm{Li}$";
            case ELASTIC_DEPTH -> "$l$";
            case CONTACT_DEPENDENCE -> "$s$";
            case INTERPHASE_FEEDBACK -> "";
        };
    }

    @Test
    void theTableInTheDocsIsThatOfTheParameters() throws Exception {
        final String page = Files.readString(PAGE);
        final int from = page.indexOf(BEGIN) + BEGIN.length();
        final int to = page.indexOf(END);
        assertTrue(from >= BEGIN.length() && to >= from, "the marks of the table are gone");
        if (Boolean.getBoolean("operando.draw")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        } else {
            assertEquals(table(), page.substring(from, to), "make it anew: mvn test -Dtest=InterfaceParameterDocsTest -Doperando.draw=true");
        }
    }
}
