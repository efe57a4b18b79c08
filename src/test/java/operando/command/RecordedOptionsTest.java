package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;

import ij.plugin.frame.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

class RecordedOptionsTest {

    @AfterEach
    void forget() {
        Recorder.resetCommandOptions();
    }

    private static CommandInputs inputs(final Class<?> command) {
        try {
            return new CommandInputs(new CommandInfo(command.getName()));
        } catch (final ModuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> texts(final CommandInputs inputs) {
        final Map<String, String> texts = new HashMap<>();
        inputs.asked().forEach(item -> texts.put(item.getName(), inputs.text(item)));
        return texts;
    }

    private static void set(final CommandInputs inputs, final String name, final String text) {
        for (final ModuleItem<?> item : inputs.asked()) {
            if (item.getName().equals(name)) {
                inputs.set(item, text);
            }
        }
    }

    private static String recorded(final CommandInputs inputs, final Map<String, String> usual) {
        new RecordedOptions(inputs).record(usual);
        return Recorder.getCommandOptions().strip();
    }

    @Test
    void whatTheDialogRecordsUnderItsLabelsIsNoPartOfTheLine() {
        Recorder.recordOption("Voxels along x and y", "96");
        Recorder.recordOption("Scans over two half cycles", "4");
        final CommandInputs inputs = inputs(OpenSampleSeries.class);
        final String line = recorded(inputs, texts(inputs));
        assertEquals("size=96 scans=4 seed=1", line);
        MacroOptions.parse(line).requireOnly("Open Sample Series", java.util.Set.of("size", "scans", "seed"));
    }

    @Test
    void whatIsRecordedIsReadBack() {
        final Map<String, String> given = Map.of("labels", "[odd] title", "classes", "a, b", "features", "", "trees", "7", "balance", "true", "seed", "-3",
            "model", "/tmp/a folder/x.model");
        final CommandInputs inputs = inputs(TrainClassifier.class);
        final Map<String, String> usual = texts(inputs);
        given.forEach((name, text) -> set(inputs, name, text));
        final CommandInputs read = inputs(TrainClassifier.class);
        final MacroOptions options = MacroOptions.parse(recorded(inputs, usual));
        read.asked().forEach(item -> options.value(CommandInputs.key(item)).ifPresent(text -> read.set(item, text)));
        assertEquals(texts(inputs), texts(read));
        assertEquals("", texts(read).get("features"));
    }

    @Test
    void titlesInBracketsOrQuotesAreReadBack() {
        for (final String title : new String[] {"[odd]", "'t'", "a b", "[a] b", "plain"}) {
            final CommandInputs inputs = inputs(MeasureDisplacement.class);
            final Map<String, String> usual = texts(inputs);
            set(inputs, "reference", title);
            assertEquals(title, MacroOptions.parse(recorded(inputs, usual)).value("reference").orElseThrow());
        }
    }

    @Test
    void aChoiceThatIsSwitchedOffIsRecorded() {
        final CommandInputs inputs = inputs(SegmentClusters.class);
        final Map<String, String> usual = texts(inputs);
        set(inputs, "kMeans", "true");
        set(inputs, "probabilities", "false");
        final MacroOptions options = MacroOptions.parse(recorded(inputs, usual));
        assertEquals("true", options.value("kmeans").orElseThrow());
        assertEquals("false", options.value("probabilities").orElseThrow());
    }
}
