package operando.experiment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.experiment.Experiment.UnreadableScan;
import operando.scan.StackAxis;
import operando.segment.SweepSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads experiment.yml. Nothing in it is ever turned into a Java object by the YAML library. */
final class ExperimentFile {

    private final Path file;

    private ExperimentFile(final Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    static Experiment read(final Path file) {
        return new ExperimentFile(file).experiment();
    }

    private Experiment experiment() {
        final YamlMap top = document().map("name", "voxel_size_um", "stack_axis", "scans", "on_unreadable_scan", "cycler",
            "thresholds", "segmentation", "displacement", "model");
        final UnreadableScan unreadable = top.get("on_unreadable_scan")
            .map(value -> UnreadableScan.valueOf(value.oneOf("error", "gap").toUpperCase(Locale.ROOT)))
            .orElse(UnreadableScan.ERROR);
        return new Experiment(
            top.get("name").map(YamlValue::text).orElse(file.getParent().getFileName() + ""),
            file,
            new ScanList(file.getParent(), unreadable).read(top.need("scans")),
            top.get("voxel_size_um").map(ExperimentFile::voxelSize),
            top.get("stack_axis").map(value -> StackAxis.valueOf(value.oneOf("x", "y", "z").toUpperCase(Locale.ROOT)))
                .orElse(StackAxis.Z),
            top.get("cycler").map(this::cycler),
            sweep(top.get("segmentation"), top.get("thresholds").flatMap(ExperimentFile::thresholds)),
            top.get("displacement").map(ExperimentFile::displacement).orElse(DisplacementChoice.defaults()),
            top.get("model").map(ExperimentFile::model).orElse(ModelSettings.defaults()),
            unreadable);
    }

    private YamlValue document() {
        final String name = file.getFileName().toString();
        try {
            final String text = Files.readString(file);
            final LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            final Node node = new Yaml(new SafeConstructor(options))
                .compose(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
            if (node == null) {
                throw new InputException(file.toString(), "the file is empty", "give at least the list of scans");
            }
            return new YamlValue(name, "", node);
        } catch (final NoSuchFileException e) {
            throw new InputException(file.toString(), "there is no such file", "give the path of an experiment.yml");
        } catch (final CharacterCodingException e) {
            throw new InputException(file.toString(), "the file is not UTF-8 text", "save it as UTF-8");
        } catch (final IOException e) {
            throw new InputException(file.toString(), "the file cannot be read (" + e.getMessage() + ")",
                "give the path of an experiment.yml that you may read");
        } catch (final MarkedYAMLException e) {
            final int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InputException(name + " line " + line, "this is not YAML: " + e.getProblem(),
                "check brackets, colons and indentation there (blanks, no tabs)");
        } catch (final YAMLException e) {
            throw new InputException(name, "this is not YAML: " + e.getMessage(), "save it as plain text");
        }
    }

    private static VoxelSize voxelSize(final YamlValue value) {
        if (!value.isList()) {
            return VoxelSize.cubic(value.positive());
        }
        final List<YamlValue> edges = value.list();
        if (edges.size() != 3) {
            throw value.wrong("a voxel has 3 edges, not " + edges.size(), "give one number or [x, y, z]");
        }
        return new VoxelSize(edges.get(0).positive(), edges.get(1).positive(), edges.get(2).positive());
    }

    private CyclerSource cycler(final YamlValue value) {
        final YamlMap map = value.map("file", "area_cm2");
        final YamlValue name = map.need("file");
        final Path path = ScanList.resolve(file.getParent(), name);
        if (!Files.isRegularFile(path)) {
            throw name.wrong("there is no file " + path, "check its name; it is looked for beside " + file.getFileName());
        }
        return new CyclerSource(path, map.get("area_cm2").map(area -> OptionalDouble.of(area.positive()))
            .orElse(OptionalDouble.empty()));
    }

    private static Optional<Thresholds> thresholds(final YamlValue value) {
        if (!value.isMap()) {
            value.oneOf("auto");
            return Optional.empty();
        }
        final YamlMap map = value.map("void", "lithium", "interphase", "collector");
        return Optional.of(value.as(() -> new Thresholds(map.need("void").number(), map.need("lithium").number(),
            map.need("interphase").number(), map.number("collector", Double.POSITIVE_INFINITY))));
    }

    private static SweepSettings sweep(final Optional<YamlValue> segmentation, final Optional<Thresholds> thresholds) {
        final SweepSettings defaults = SweepSettings.defaults();
        if (segmentation.isEmpty()) {
            return new SweepSettings(thresholds, defaults.lookAhead(), defaults.contactDepth());
        }
        final YamlMap map = segmentation.get().map("method", "model", "look_ahead", "contact_depth");
        map.get("method").ifPresent(method -> {
            if (method.oneOf("sweep", "classifier").equals("classifier")) {
                throw method.wrong("series are not yet segmented by a classifier", "use {method: sweep}");
            }
        });
        map.get("model").ifPresent(model -> {
            throw model.wrong("the column sweep has no model file", "leave the key out");
        });
        return segmentation.get().as(() -> new SweepSettings(thresholds, map.count("look_ahead", defaults.lookAhead()),
            map.count("contact_depth", defaults.contactDepth())));
    }

    private static DisplacementChoice displacement(final YamlValue value) {
        final YamlMap map = value.map("enabled", "spacing_um");
        return new DisplacementChoice(map.flag("enabled", true),
            map.positive("spacing_um", DisplacementChoice.defaults().spacingUm()));
    }

    private static ModelSettings model(final YamlValue value) {
        final YamlMap map = value.map("electrolyte_conductivity_mS_cm", "exchange_current_density_mA_cm2",
            "temperature_K", "interphase_conductivity_mS_cm", "resolved");
        map.get("resolved").ifPresent(resolved -> {
            if (resolved.flag()) {
                throw resolved.wrong("the resolved model is not yet part of a run", "write resolved: false");
            }
        });
        final ModelSettings defaults = ModelSettings.defaults();
        return new ModelSettings(
            map.positive("electrolyte_conductivity_mS_cm", defaults.electrolyteConductivityMSPerCm()),
            map.positive("exchange_current_density_mA_cm2", defaults.exchangeCurrentDensityMAPerCm2()),
            map.positive("temperature_K", defaults.temperatureK()),
            map.get("interphase_conductivity_mS_cm").filter(given -> !given.is("fit"))
                .map(given -> OptionalDouble.of(given.positive())).orElse(OptionalDouble.empty()));
    }
}
