package operando.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.cycler.CyclerFacts;
import operando.experiment.Experiment.UnreadableScan;
import operando.scan.StackAxis;
import operando.segment.SweepSettings;
import operando.segment.filter.FilterSettings;
import operando.segment.filter.FringeSettings;
import operando.series.BeamTimes;
import operando.series.BeamTimes.TimeSpan;
import operando.text.YamlFile;
import operando.text.YamlMap;
import operando.text.YamlValue;
import operando.voltage.ContactRule;
import operando.voltage.FitChoice;
import operando.voltage.FitParameter;
import operando.voltage.ModelSettings;

/** Reads experiment.yml. Nothing in it is ever turned into a Java object by the YAML library. */
final class ExperimentFile {

    private static final double MINUTES_PER_HOUR = 60;
    private static final double OVERLAP = 0.9;

    private final Path file;

    private ExperimentFile(final Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    static Experiment read(final Path file) {
        return new ExperimentFile(file).experiment();
    }

    private Experiment experiment() {
        final YamlMap top = YamlFile.read(file, "an experiment.yml").map("name", "voxel_size_um", "stack_axis", "scans", "on_unreadable_scan", "cycler",
            "thresholds", "segmentation", "filters", "roi", "displacement", "contact", "model", "scan_duration_min", "beam_on_h", "note", "guessed");
        final UnreadableScan unreadable = top.get("on_unreadable_scan")
            .map(value -> UnreadableScan.valueOf(value.oneOf("error", "gap").toUpperCase(Locale.ROOT)))
            .orElse(UnreadableScan.ERROR);
        final List<PlannedScan> scans = new ScanList(file.getParent(), unreadable).read(top.need("scans"));
        return new Experiment(
            top.get("name").map(YamlValue::text).orElse(file.getParent().getFileName() + ""),
            file,
            scans,
            top.get("voxel_size_um").map(ExperimentFile::voxelSize),
            top.get("stack_axis").map(value -> StackAxis.valueOf(value.oneOf("x", "y", "z").toUpperCase(Locale.ROOT)))
                .orElse(StackAxis.Z),
            top.get("cycler").map(this::cycler),
            sweep(top.get("segmentation"), top.get("thresholds").flatMap(ExperimentFile::thresholds)),
            filters(top.get("filters"), top.get("segmentation")),
            top.get("segmentation").flatMap(this::classifier),
            top.get("displacement").map(ExperimentFile::displacement).orElse(DisplacementChoice.defaults()),
            top.get("model").map(ExperimentFile::model).orElse(ModelSettings.defaults()),
            top.get("contact").map(value -> ContactRule.valueOf(value.oneOf("subvoxel", "published").toUpperCase(Locale.ROOT))).orElse(ContactRule.SUBVOXEL),
            new BeamTimes(top.get("scan_duration_min").map(value -> OptionalDouble.of(scanDurationH(value, scans))).orElse(OptionalDouble.empty()),
                top.get("beam_on_h").map(ExperimentFile::beamOn).orElse(List.of())),
            top.get("note").map(YamlValue::text),
            top.get("roi").flatMap(ExperimentFile::roi),
            unreadable,
            top.get("guessed").map(value -> value.list().stream().map(YamlValue::text).toList()).orElse(List.of()));
    }

    private static Optional<RegionOfInterest> roi(final YamlValue value) {
        if (!value.isMap()) {
            return value.is("none") ? Optional.empty() : Optional.of(value.as(() -> RegionOfInterest.of(value.text())));
        }
        final YamlMap map = value.map(RegionOfInterest.KEYS.toArray(String[]::new));
        final List<String> given = RegionOfInterest.KEYS.stream().filter(key -> map.get(key).isPresent()).toList();
        if (given.size() != 1) {
            throw value.wrong("names " + given.size() + " regions", "give one of " + String.join(", ", RegionOfInterest.KEYS));
        }
        return Optional.of(value.as(() -> RegionOfInterest.of(given.get(0), map.need(given.get(0)).list().stream().map(YamlValue::number).toList())));
    }

    private static double scanDurationH(final YamlValue value, final List<PlannedScan> scans) {
        final double hours = value.positive() / MINUTES_PER_HOUR;
        for (int i = 1; i < scans.size(); i++) {
            // A scan may begin with the end of the one before, and times are rounded.
            if (scans.get(i).timeH() - scans.get(i - 1).timeH() < OVERLAP * hours) {
                throw value.wrong("scans of " + value.text() + " min would overlap: " + scans.get(i).name() + " is " + (scans.get(i).timeH() - scans.get(i - 1).timeH()) * MINUTES_PER_HOUR
                    + " min after " + scans.get(i - 1).name(), "give the duration of one scan in minutes, and time_h in hours");
            }
        }
        return hours;
    }

    private static List<TimeSpan> beamOn(final YamlValue value) {
        return value.list().stream().map(span -> {
            final List<YamlValue> ends = span.list();
            if (ends.size() != 2 || !(ends.get(1).number() > ends.get(0).number())) {
                throw span.wrong("is not a span of time", "write [from, to] in hours, the later last");
            }
            return new TimeSpan(ends.get(0).number(), ends.get(1).number());
        }).toList();
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
        final YamlMap map = value.map("file", "area_cm2", "voltage");
        final YamlValue name = map.need("file");
        final Path path = ScanList.resolve(file.getParent(), name);
        if (!Files.isRegularFile(path)) {
            throw name.wrong("there is no file " + path, "check its name; it is looked for beside " + file.getFileName());
        }
        return new CyclerSource(path, new CyclerFacts(map.get("area_cm2").map(area -> OptionalDouble.of(area.positive()))
            .orElse(OptionalDouble.empty()), map.get("voltage").map(YamlValue::text)));
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
        final YamlMap map = segmentation(segmentation.get());
        if (isClassifier(map) && thresholds.isPresent()) {
            throw segmentation.get().wrong("a classifier needs no thresholds", "leave thresholds out, or use {method: sweep}");
        }
        return segmentation.get().as(() -> new SweepSettings(thresholds, map.count("look_ahead", defaults.lookAhead()),
            map.count("contact_depth", defaults.contactDepth())));
    }

    private static FilterSettings filters(final Optional<YamlValue> filters, final Optional<YamlValue> segmentation) {
        if (filters.isEmpty()) {
            return FilterSettings.none();
        }
        final YamlValue value = filters.get();
        final FilterSettings settings;
        if (value.isMap()) {
            final YamlMap map = value.map("denoise", "rings", "shading", "fringes");
            settings = new FilterSettings(map.flag("denoise", false), map.flag("rings", false), map.flag("shading", false),
                map.get("fringes").map(ExperimentFile::fringes).stream().toList());
        } else {
            settings = FilterSettings.of(value.oneOf("none", "auto"));
        }
        if (!settings.isNone() && segmentation.map(ExperimentFile::segmentation).map(ExperimentFile::isClassifier).orElse(false)) {
            throw value.wrong("a classifier takes the scans as they are", "leave filters out, or use {method: sweep}");
        }
        return settings;
    }

    private static FringeSettings fringes(final YamlValue value) {
        final YamlMap map = value.map("delta_beta", "energy_keV", "distance_mm");
        return new FringeSettings(map.need("delta_beta").positive(), map.need("energy_keV").positive(), map.need("distance_mm").positive());
    }

    private static YamlMap segmentation(final YamlValue value) {
        return value.map("method", "model", "look_ahead", "contact_depth");
    }

    private static boolean isClassifier(final YamlMap segmentation) {
        return segmentation.get("method").map(method -> method.oneOf("sweep", "classifier").equals("classifier")).orElse(false);
    }

    private Optional<Path> classifier(final YamlValue value) {
        final YamlMap map = segmentation(value);
        if (!isClassifier(map)) {
            map.get("model").ifPresent(model -> {
                throw model.wrong("the column sweep has no model file", "leave the key out, or use {method: classifier}");
            });
            return Optional.empty();
        }
        final Path path = ScanList.resolve(file.getParent(), map.need("model"));
        if (!Files.isRegularFile(path)) {
            throw map.need("model").wrong("there is no file " + path, "check its name; it is looked for beside " + file.getFileName());
        }
        return Optional.of(path);
    }

    private static DisplacementChoice displacement(final YamlValue value) {
        final YamlMap map = value.map("enabled", "spacing_um");
        return new DisplacementChoice(map.flag("enabled", true),
            map.positive("spacing_um", DisplacementChoice.defaults().spacingUm()));
    }

    private static ModelSettings model(final YamlValue value) {
        final YamlMap map = value.map("electrolyte_conductivity_mS_cm", "exchange_current_density_mA_cm2",
            "temperature_K", "alpha_anodic", "alpha_cathodic", "interphase_conductivity_mS_cm", "resolved", "fit", "fit_half_cycle", "fit_hours");
        final ModelSettings defaults = ModelSettings.defaults();
        return value.as(() -> new ModelSettings(
            map.positive("electrolyte_conductivity_mS_cm", defaults.electrolyteConductivityMSPerCm()),
            map.positive("exchange_current_density_mA_cm2", defaults.exchangeCurrentDensityMAPerCm2()),
            map.positive("temperature_K", defaults.temperatureK()),
            map.positive("alpha_anodic", defaults.alphaAnodic()),
            map.positive("alpha_cathodic", defaults.alphaCathodic()),
            map.get("interphase_conductivity_mS_cm").filter(given -> !given.is("fit"))
                .map(given -> OptionalDouble.of(given.positive())).orElse(OptionalDouble.empty()), map.flag("resolved", defaults.resolved()), fit(map)));
    }

    private static Optional<FitChoice> fit(final YamlMap map) {
        if (map.get("fit").isEmpty()) {
            if (map.has("fit_half_cycle") || map.has("fit_hours")) {
                throw map.wrong("a range is given and no parameter to fit", "name the parameters: fit: [interphase_conductivity, exchange_current_density]");
            }
            return Optional.empty();
        }
        final List<FitParameter> parameters = map.need("fit").list().stream().map(name -> name.as(() -> FitParameter.of(name.text()))).toList();
        if (!map.has("fit_hours")) {
            return Optional.of(FitChoice.ofHalfCycle(parameters, map.count("fit_half_cycle", 1)));
        }
        final List<YamlValue> hours = map.need("fit_hours").list();
        if (hours.size() != 2 || map.has("fit_half_cycle")) {
            throw map.need("fit_hours").wrong("a range has a first and a last hour, and takes the place of fit_half_cycle", "give fit_hours: [0, 4.5] alone");
        }
        return Optional.of(FitChoice.ofHours(parameters, hours.get(0).number(), hours.get(1).number()));
    }
}
