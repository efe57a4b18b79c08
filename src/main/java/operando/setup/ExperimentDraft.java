package operando.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.AxisView;
import operando.scan.RoundMask;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StackAxis;
import operando.scan.VoxelSizeOverride;

/**
 * An experiment.yml in the making: what a folder holds, what is guessed, and what somebody says besides.
 *
 * <pre>
 * ExperimentDraft draft = ExperimentDraft.of(Path.of("cell 7"), "", cores, progress);
 * draft.write(draft.file());
 * </pre>
 *
 * @param folder        that the file is for; paths in it are relative to it
 * @param scans         the series
 * @param times         when they were taken, as far as their files tell
 * @param statedVoxel   what somebody says; none to take what the scans say
 * @param stackAxis     along which the layers follow one another
 * @param axisSeen      whether the image or somebody says so
 * @param found         thresholds of the first scan, or why there are none
 * @param thresholds    for all scans; none to find them in each
 * @param cycler        the cycler's file
 * @param statedAreaCm2 what somebody says of the electrode's area; none to take the imaged cross-section
 * @param imagedAreaCm2 of the first scan's cross-section; none if it cannot be told
 */
public record ExperimentDraft(Path folder, FoundScans scans, ScanTimes times, Optional<VoxelSize> statedVoxel, StackAxis stackAxis, boolean axisSeen,
                              FoundPhases found, Optional<Thresholds> thresholds, FoundCycler cycler, OptionalDouble statedAreaCm2, OptionalDouble imagedAreaCm2) {

    private static final double MM2_PER_CM2 = 100;

    /**
     * Looks what is in a folder.
     *
     * @param folder  or the file in it that holds the whole series
     * @param pattern which scans are meant; blank for the largest series in it
     * @throws InputException if there is no scan in it, or the first one cannot be read
     */
    public static ExperimentDraft of(final Path folder, final String pattern, final Cores cores, final Progress progress) {
        if (Files.isRegularFile(folder)) {
            return of(folder.toAbsolutePath().getParent(), folder.getFileName().toString().replaceAll("[*?\\[\\]{}\\\\]", "?"), cores, progress);
        }
        final FoundScans scans = FoundScans.in(folder, pattern);
        progress.report(0.2, "Cycler's file");
        final FoundCycler cycler = FoundCycler.in(folder);
        final ScanTimes times = ScanTimes.of(scans.files(), cycler.record());
        try (Scan first = ScanFile.open(times.files().get(0))) {
            final FoundPhases phases = FoundPhases.in(first, cores, progress.part(0.3, 0.7));
            return new ExperimentDraft(folder, scans, times, Optional.empty(), phases.stackAxis(), phases.axisSeen(), phases, Optional.empty(), cycler,
                OptionalDouble.empty(), OptionalDouble.empty()).measured(first, cores, progress.part(0.7, 1));
        }
    }

    private ExperimentDraft measured(final Scan first, final Cores cores, final Progress progress) {
        if (voxelSize().isEmpty() || found.thresholds().isEmpty() || !cycler.needsArea()) {
            return this;
        }
        try {
            final Scan scan = AxisView.along(new VoxelSizeOverride(RoundMask.filled(first), voxelSize().get()), stackAxis);
            return withImagedArea(PhasePreview.of(scan, cores, progress).segment(found.thresholds().get(), cores).measures().crossSectionMm2().value() / MM2_PER_CM2);
        } catch (final InputException e) {
            return this;
        }
    }

    /** Where the file is to be. */
    public Path file() {
        return folder.resolve("experiment.yml");
    }

    /** What holds: stated, or else what all scans say. */
    public Optional<VoxelSize> voxelSize() {
        return statedVoxel.or(scans::voxelSize);
    }

    public ExperimentDraft withVoxelSize(final Optional<VoxelSize> stated) {
        return new ExperimentDraft(folder, scans, times, stated, stackAxis, axisSeen, found, thresholds, cycler, statedAreaCm2, imagedAreaCm2);
    }

    /** @param along the thresholds that were found along the axis */
    public ExperimentDraft withStackAxis(final FoundPhases along) {
        return new ExperimentDraft(folder, scans, times, statedVoxel, along.stackAxis(), along.axisSeen(), along, thresholds, cycler, statedAreaCm2, imagedAreaCm2);
    }

    public ExperimentDraft withThresholds(final Optional<Thresholds> given) {
        return new ExperimentDraft(folder, scans, times, statedVoxel, stackAxis, axisSeen, found, given, cycler, statedAreaCm2, imagedAreaCm2);
    }

    /** Another cycler's file, or none; the times of the scans follow it. */
    public ExperimentDraft withCycler(final FoundCycler other) {
        return new ExperimentDraft(folder, scans, ScanTimes.of(scans.files(), other.record()), statedVoxel, stackAxis, axisSeen, found, thresholds, other, statedAreaCm2,
            imagedAreaCm2);
    }

    /** @param cm2 the electrode's area, checked by whoever states it; empty to take what is imaged */
    public ExperimentDraft withArea(final OptionalDouble cm2) {
        return new ExperimentDraft(folder, scans, times, statedVoxel, stackAxis, axisSeen, found, thresholds, cycler, cm2, imagedAreaCm2);
    }

    public ExperimentDraft withImagedArea(final double cm2) {
        return new ExperimentDraft(folder, scans, times, statedVoxel, stackAxis, axisSeen, found, thresholds, cycler, statedAreaCm2, OptionalDouble.of(cm2));
    }

    /** Times that somebody states. */
    public ExperimentDraft withTimes(final ScanTimes stated) {
        return new ExperimentDraft(folder, scans, stated, statedVoxel, stackAxis, axisSeen, found, thresholds, cycler, statedAreaCm2, imagedAreaCm2);
    }

    /** The experiment.yml as it stands now. */
    public String text() {
        return new DraftText(this).text();
    }

    /**
     * Writes the file; one that is there stays as it is.
     *
     * @throws InputException if there is one, or the folder cannot be written to
     */
    public void write(final Path file) {
        write(text(), file);
    }

    /** Writes an experiment.yml in other words, such as one that somebody has edited; under the same conditions. */
    public static void write(final String text, final Path file) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (final FileAlreadyExistsException e) {
            throw new InputException(file.toString(), "is there already and is not overwritten", "move it away, or give another name");
        } catch (final IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }
}
