package operando.text;

import java.io.StringReader;
import java.nio.file.Path;

import operando.cell.InputException;
import operando.engine.InputFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file. Nothing in it is ever turned into a Java object by the YAML library. */
public final class YamlFile {

    /** More than a hundred thousand scans take; the YAML library alone would stop at less without saying so. */
    private static final int MOST_BYTES = 16 << 20;

    private YamlFile() {
    }

    /**
     * @param wanted what the file should be, such as "an experiment.yml"
     * @return all that stands in it
     * @throws InputException if there is no such file, or it is empty or no YAML
     */
    public static YamlValue read(final Path file, final String wanted) {
        final String text = InputFile.text(file, MOST_BYTES, wanted);
        final String name = file.getFileName().toString();
        try {
            final LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setCodePointLimit(MOST_BYTES);
            final Node node = new Yaml(new SafeConstructor(options))
                .compose(new StringReader(text));
            if (node == null) {
                throw new InputException(file.toString(), "the file is empty", "give the path of " + wanted);
            }
            return new YamlValue(name, "", node);
        } catch (final MarkedYAMLException e) {
            final int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InputException(name + " line " + line, "this is not YAML: " + e.getProblem(),
                "check brackets, colons and indentation there (blanks, no tabs)");
        } catch (final YAMLException e) {
            throw new InputException(name, "this is not YAML: " + InputFile.reason(e), "save it as plain text");
        }
    }
}
