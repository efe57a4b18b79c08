package operando.results;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import operando.cell.Quantity;
import operando.cell.VoxelSize;
import operando.series.BeamTimes.TimeSpan;
import operando.series.ContactStep;
import operando.series.DisplacementSeries;
import operando.series.HalfCycleBalance;
import operando.series.TimeSeries;
import operando.voltage.VoltageResult;

/**
 * Everything that a run found, in numbers; the pictures lie in the results folder, see {@link #files()}.
 *
 * @param name            of the experiment
 * @param note            what a reader should know, a sentence or two; may be empty
 * @param folder          where its files lie
 * @param voxelSize       of all scans, z the stack axis
 * @param thresholdMethod how the grey values between the phases were chosen
 * @param voltage         empty without a cycler file, or where no scan has contact
 * @param displacement    empty unless the experiment asks for it
 * @param classifier      empty where the column sweep tells the phases apart
 * @param section         lines of the cross-section that is shown of every scan
 * @param beamOn          when the beam was on the cell, as far as it is known
 * @param facts           parameters and versions as they are shown to the reader, by name
 * @param warnings        one line each
 */
public record Results(String name, String note, Path folder, VoxelSize voxelSize, TimeSeries series, List<ContactStep> contactSteps,
                                List<HalfCycleBalance> halfCycles, Optional<VoltageResult> voltage, Optional<DisplacementSeries> displacement,
                                Optional<ClassifierResult> classifier, SectionLines section, List<TimeSpan> beamOn,
                                String thresholdMethod, Map<String, String> facts, List<String> warnings) {

    public Results {
        beamOn = List.copyOf(beamOn);
        contactSteps = List.copyOf(contactSteps);
        halfCycles = List.copyOf(halfCycles);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        warnings = List.copyOf(warnings);
    }

    /** The scans that were left out. */
    public List<String> leftOut() {
        return IntStream.range(0, series.size()).filter(row -> !series.get(row, Quantity.CROSS_SECTION).isPresent()).mapToObj(series::scan).toList();
    }

    public ResultFiles files() {
        return new ResultFiles(folder);
    }
}
