package operando.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import operando.cell.InputException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file. Nothing in it is ever turned into a Java object by the YAML library. */
public final class YamlFile {

    private YamlFile() {
    }

    /**
     * @param wanted what the file should be, such as "an experiment.yml"
     * @return all that stands in it
     * @throws InputException if there is no such file, or it is empty or no YAML
     */
    public static YamlValue read(final Path file, final String wanted) {
        final String name = file.getFileName().toString();
        try {
            final String text = Files.readString(file);
            final LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            final Node node = new Yaml(new SafeConstructor(options))
                .compose(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
            if (node == null) {
                throw new InputException(file.toString(), "the file is empty", "give the path of " + wanted);
            }
            return new YamlValue(name, "", node);
        } catch (final NoSuchFileException e) {
            throw new InputException(file.toString(), "there is no such file", "give the path of " + wanted);
        } catch (final CharacterCodingException e) {
            throw new InputException(file.toString(), "the file is not UTF-8 text", "save it as UTF-8");
        } catch (final IOException e) {
            throw new InputException(file.toString(), "the file cannot be read (" + e.getMessage() + ")",
                "give the path of " + wanted + " that you may read");
        } catch (final MarkedYAMLException e) {
            final int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InputException(name + " line " + line, "this is not YAML: " + e.getProblem(),
                "check brackets, colons and indentation there (blanks, no tabs)");
        } catch (final YAMLException e) {
            throw new InputException(name, "this is not YAML: " + e.getMessage(), "save it as plain text");
        }
    }
}
