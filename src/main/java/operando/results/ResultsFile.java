package operando.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import operando.cell.InputException;
import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.engine.InputFile;
import operando.segment.learn.ConfusionMatrix;
import operando.segment.learn.TrainingResult.FeatureImportance;
import operando.segment.learn.modelfile.ModelHeader;
import operando.series.BeamTimes.TimeSpan;
import operando.series.ContactStep;
import operando.series.DisplacementSeries;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;
import operando.voltage.VoltageResult;

/**
 * The whole record of a run in its results folder, to the last digit (JSON, gzipped): what the tables round and leave out. From it and the
 * pictures beside it the report can be made again, without the scans.
 */
public final class ResultsFile {

    // Whether a number is there is told by the number.
    private static final ObjectMapper JSON = JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).addModule(new SimpleModule()
            .addSerializer(new StdDelegatingSerializer(OptionalDouble.class, new StdConverter<OptionalDouble, double[]>() {
                @Override
                public double[] convert(final OptionalDouble number) {
                    return number.stream().toArray();
                }
            })).addDeserializer(OptionalDouble.class, new StdDelegatingDeserializer<>(new StdConverter<double[], OptionalDouble>() {
                @Override
                public OptionalDouble convert(final double[] number) {
                    return Arrays.stream(number).findFirst();
                }
            }))).build();

    /** {@link Results} as it is written; what may be missing is a list of none or one. */
    private record Kept(String version, String name, String note, VoxelSize voxelSize, KeptSeries series, List<ContactStep> contactSteps,
                        List<HalfCycleBalance> halfCycles, List<VoltageResult> voltage, List<DisplacementSeries> displacement, List<KeptClassifier> classifier,
                        SectionLines section, List<TimeSpan> beamOn, String thresholdMethod, Map<String, String> facts, List<String> warnings) {

        static Kept of(final Results results) {
            return new Kept(Version.NUMBER, results.name(), results.note(), results.voxelSize(), KeptSeries.of(results.series()), results.contactSteps(),
                results.halfCycles(), results.voltage().stream().toList(), results.displacement().stream().toList(),
                results.classifier().stream().map(KeptClassifier::of).toList(), results.section(), results.beamOn(), results.thresholdMethod(), results.facts(), results.warnings());
        }

        Results in(final Path folder) {
            return new Results(name, note, folder, voxelSize, series.series(), contactSteps, halfCycles, voltage.stream().findFirst(),
                displacement.stream().findFirst(), classifier.stream().map(KeptClassifier::classifier).findFirst(), section, beamOn, thresholdMethod, facts, warnings);
        }
    }

    /** @param numbers a row a scan, by the name of their column */
    private record KeptSeries(List<String> scans, double[] timesH, Map<String, List<Measured>> numbers) {

        static KeptSeries of(final TimeSeries series) {
            final Map<String, List<Measured>> numbers = new LinkedHashMap<>();
            for (final Quantity quantity : series.quantities()) {
                numbers.put(quantity.column(), IntStream.range(0, series.size()).mapToObj(row -> series.get(row, quantity)).toList());
            }
            return new KeptSeries(IntStream.range(0, series.size()).mapToObj(series::scan).toList(), series.timesH(), numbers);
        }

        TimeSeries series() {
            final TimeSeries series = new TimeSeries(scans, timesH);
            numbers.forEach((column, rows) -> {
                final Quantity quantity = Quantity.ofColumn(column).orElseThrow(() -> new IllegalArgumentException("column " + column));
                IntStream.range(0, series.size()).forEach(row -> series.set(row, quantity, rows.get(row)));
            });
            return series;
        }
    }

    private record KeptClassifier(String file, ModelHeader header, List<Integer> trees, String origin, String untested, List<ConfusionMatrix> test, List<FeatureImportance> importances) {

        static KeptClassifier of(final ClassifierResult result) {
            return new KeptClassifier(result.file(), result.header(), result.trees().stream().boxed().toList(), result.origin(), result.untested(), result.quality().test().stream().toList(),
                result.quality().importances());
        }

        ClassifierResult classifier() {
            return new ClassifierResult(file, header, trees.isEmpty() ? OptionalInt.empty() : OptionalInt.of(trees.get(0)), origin, untested,
                new ClassifierQuality(test.stream().findFirst(), importances));
        }
    }

    private ResultsFile() {
    }

    /** @throws InputException if it cannot be written */
    public static void write(final Results results) {
        AtomicFile.write(results.files().results(), unfinished -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
                JSON.writeValue(out, Kept.of(results));
            }
        });
    }

    /**
     * What the last run into a folder found.
     *
     * @throws InputException if no whole run of this version has written there
     */
    public static Results read(final Path folder) {
        final Path file = new ResultFiles(folder).results();
        final String mend = "give a folder that 'operando run' of version " + Version.NUMBER + " has written whole, or run again";
        if (!Files.isRegularFile(file)) {
            throw new InputException(folder.toString(), "holds no results of a run", mend);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.ofNullable(JSON.readValue(in, Kept.class)).filter(kept -> kept.version.equals(Version.NUMBER))
                .orElseThrow(() -> new InputException(file.toString(), "is of another version", mend)).in(folder);
        } catch (final MismatchedInputException e) {
            final String where = e.getPath().stream().map(JsonMappingException.Reference::getFieldName).filter(Objects::nonNull).collect(Collectors.joining(" "));
            throw new InputException(file.toString(), "is of another state of the program" + (where.isEmpty() ? "" : ", which wrote '" + where + "' otherwise"), mend);
        } catch (final IOException | RuntimeException e) {
            if (e instanceof InputException ours) {
                throw ours;
            }
            throw new InputException(file.toString(), "cannot be read as results: " + InputFile.reason(e), mend);
        }
    }
}
