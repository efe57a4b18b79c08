package operando.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialTest {

    private static final String BILAYER = """
        name: bilayer
        layers:
          - {name: cathodic, thickness_um: 75, ionic_conductivity_mS_cm: 1, A_S_m: 4.25e-18, B_eV: -2.3}
          - {name: anodic, thickness_um: 25, ionic_conductivity_mS_cm: 1, A_S_m: 4.25e-18, B_eV: -0.7}
        cathode_potential_eV: -3
        anode_potential_eV: 0
        sweep:
          x: {layer: anodic, vary: B_eV, from: -1, to: -0.4, steps: 4}
          y: {layer: anodic, vary: thickness_share, from: 0.1, to: 0.9, steps: 3}
        """;

    @TempDir
    private Path folder;

    private String errors;

    @Test
    void layersBecomeProfileSummaryAndDesigns() throws IOException {
        assertEquals(0, run(BILAYER));
        final List<String> profile = Files.readAllLines(folder.resolve("out/profile.csv"));
        assertEquals("x_over_L,x_um,layer,li0_potential_eV,electrostatic_potential_eV,electron_potential_eV", profile.get(0));
        assertTrue(profile.size() > 400);
        assertEquals(1 + 4 * 3, Files.readAllLines(folder.resolve("out/designs.csv")).size());
        for (final String name : List.of("potential.png", "potential.svg", "designs.png", "designs.svg", "summary.csv")) {
            assertTrue(Files.size(folder.resolve("out/" + name)) > 100, name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "thickness_um: 75|thickness_um: 0|line 3|thickness: 0.0 µm is not a positive number",
        "anode_potential_eV: 0|anode_potential_eV: -3|line 1|boundary potentials: both are -3.0 eV",
        "ionic_conductivity_mS_cm: 1, A|ionic_conductivity_mS_cm: -1, A|line 3|-1.0 mS cm⁻¹ is not a positive number",
        "anode_potential_eV: 0|anode_potential_mV: 0|line 6|anode_potential_mV",
        "layer: anodic, vary: B_eV|layer: middle, vary: B_eV|line 8|middle"})
    void oneWrongValueIsOneLineThatNamesIt(final String right, final String wrong, final String line, final String words)
        throws IOException {
        assertEquals(2, run(BILAYER.replaceFirst(right, wrong)));
        assertEquals(1, errors.lines().count(), errors);
        assertTrue(errors.contains("layers.yml") && errors.contains(line) && errors.contains(words), errors);
        assertFalse(Files.exists(folder.resolve("out")), "nothing is half-written");
    }

    @Test
    void aVoltageThatNoElectrolyteBearsIsRefusedOfTheStackAndOfADesign() throws IOException {
        final String bottleneck = BILAYER.replace("anode_potential_eV: 0", "anode_potential_eV: 0.15\nbottlenecks: [{position: 0.5, ionic_conductivity_mS_cm: 1e-12}]");
        assertEquals(2, run(bottleneck));
        assertEquals(1, errors.lines().count(), errors);
        assertTrue(errors.startsWith("bottleneck in cathodic: Li⁺ would need a field of"), errors);
        assertEquals(2, run(bottleneck.replace("1e-12", "1e-4").replace("{layer: anodic, vary: B_eV, from: -1, to: -0.4,", "{bottleneck: 1, vary: ionic_conductivity_mS_cm, from: 1e-12, to: 1,")));
        assertTrue(errors.contains("= 1.0E-12") && errors.contains("would need a field of"), errors);
        assertFalse(Files.exists(folder.resolve("out")), "nothing is half-written");
    }

    @Test
    void anUnknownFigureIsRefusedWithTheNamesOfAll() {
        assertEquals(2, execute("--figure", "9", "--out", folder.resolve("out").toString()));
        assertTrue(errors.contains("there is no figure 9") && errors.contains("8d"), errors);
    }

    private int run(final String yaml) throws IOException {
        Files.writeString(folder.resolve("layers.yml"), yaml);
        return execute(folder.resolve("layers.yml").toString(), "--out", folder.resolve("out").toString());
    }

    private int execute(final String... arguments) {
        final StringWriter text = new StringWriter();
        final String[] all = new String[arguments.length + 1];
        all[0] = "potential";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        final int code = Operando.run(all, new PrintWriter(new StringWriter()), new PrintWriter(text, true));
        errors = text.toString();
        return code;
    }
}
