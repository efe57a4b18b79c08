package operando.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.scan.StackAxis;
import operando.segment.SweepSettings;
import operando.segment.filter.FilterSettings;
import operando.series.BeamTimes;
import operando.voltage.ContactRule;
import operando.voltage.ModelSettings;

/**
 * One experiment: which scans were taken when, what the cycler recorded, and how to evaluate them.
 *
 * <pre>
 * Experiment experiment = Experiment.read(Path.of("experiment.yml"));
 * </pre>
 *
 * @param name       as it stands in the report
 * @param file       the experiment.yml that it was read from; paths in it are relative to its folder
 * @param scans      in the order of their times, at least one
 * @param voxelSize  what experiment.yml says, with z the stack axis as files have it; wins over the scans' own
 * @param stackAxis  which axis of the files goes from collector to collector
 * @param sweep      how grey becomes phases; its thresholds, if given, are for every scan
 * @param filters    what is taken out of the scans before the sweep
 * @param classifier a model file that turns grey into phases before the sweep; none where the sweep does so itself
 * @param contact    which contact the model takes
 * @param beam       how long a scan takes and when the beam was on
 * @param note       what a reader of the report should know, a sentence or two
 * @param roi     the part of the cell to which measures are restricted; none for all that the scans show
 * @param unreadableScan what a scan that cannot be read does to the run
 * @param guessed    what stands in the file as a guess that nobody has checked, a line each
 */
public record Experiment(String name, Path file, List<PlannedScan> scans, Optional<VoxelSize> voxelSize,
                         StackAxis stackAxis, Optional<CyclerSource> cycler, SweepSettings sweep, FilterSettings filters, Optional<Path> classifier,
                         DisplacementChoice displacement, ModelSettings model, ContactRule contact, BeamTimes beam, Optional<String> note,
                         Optional<RegionOfInterest> roi, UnreadableScan unreadableScan, List<String> guessed) {

    /** What happens when a scan of the series cannot be read. */
    public enum UnreadableScan {
        /** The run stops and names the scan. */
        ERROR,
        /** The scan's row stays empty and a warning says why. */
        GAP
    }

    public Experiment {
        scans = List.copyOf(scans);
        guessed = List.copyOf(guessed);
    }

    /**
     * Reads experiment.yml and checks everything that can be known without opening a scan.
     *
     * @throws operando.cell.InputException naming the line that is at fault
     */
    public static Experiment read(final Path file) {
        return ExperimentFile.read(file);
    }

    /** The same experiment with another region of interest. */
    public Experiment withRoi(final RegionOfInterest other) {
        return with(scans, Optional.of(other));
    }

    /** The same experiment, its scans with their regions. */
    Experiment withScans(final List<PlannedScan> planned) {
        return with(planned, roi);
    }

    private Experiment with(final List<PlannedScan> planned, final Optional<RegionOfInterest> region) {
        return new Experiment(name, file, planned, voxelSize, stackAxis, cycler, sweep, filters, classifier, displacement, model, contact, beam, note, region, unreadableScan,
            guessed);
    }
}
