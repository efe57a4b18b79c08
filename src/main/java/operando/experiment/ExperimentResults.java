package operando.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import operando.cell.VoxelSize;

/**
 * Everything that a run found, in numbers; the pictures lie in the results folder, see {@link #files()}.
 *
 * @param voxelSize       of all scans, z the stack axis
 * @param thresholdMethod how the grey values between the phases were chosen
 * @param voltage         empty without a cycler file, or where no scan has contact
 * @param displacement    empty unless the experiment asks for it
 * @param classifier      empty where the column sweep tells the phases apart
 * @param facts           parameters and versions as they are shown to the reader, by name
 * @param warnings        one line each
 */
public record ExperimentResults(Experiment experiment, Path folder, VoxelSize voxelSize, TimeSeries series, List<ContactStep> contactSteps,
                                List<HalfCycleResult> halfCycles, Optional<VoltageResult> voltage, Optional<DisplacementSeries> displacement,
                                Optional<ClassifierResult> classifier,
                                String thresholdMethod, Map<String, String> facts, List<String> warnings) {

    public ExperimentResults {
        contactSteps = List.copyOf(contactSteps);
        halfCycles = List.copyOf(halfCycles);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        warnings = List.copyOf(warnings);
    }

    public ResultFiles files() {
        return new ResultFiles(folder);
    }
}
