package operando.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import operando.cell.Side;
import operando.segment.filter.ScanFilters;

/** Where everything is in the results folder of one run. */
public record ResultFiles(Path folder) {

    /** Further cross-sections are cut at 1/4, 2/4 and 3/4 of y. */
    public static final int QUARTERS = 4;
    private static final String TIFF = ".tif";

    public ResultFiles {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path timeSeries() {
        return folder.resolve("timeseries.csv");
    }

    public Path voltage() {
        return folder.resolve("voltage.csv");
    }

    /** The parameters of the voltage model. */
    public Path model() {
        return folder.resolve("model.csv");
    }

    /** How far the errors of the fitted parameters go together. */
    public Path fit() {
        return folder.resolve("fit.csv");
    }

    public Path contactChanges() {
        return folder.resolve("contact_changes.csv");
    }

    public Path halfCycles() {
        return folder.resolve("half_cycles.csv");
    }

    /** The line of voltage against effective current density in each half cycle. */
    public Path effectiveCurrent() {
        return folder.resolve("effective_current.csv");
    }

    /** Grey values along the stack axis where a void has formed. */
    public Path greyProfiles() {
        return folder.resolve("grey_profiles.csv");
    }

    /** The electrolyte's surfaces and the collectors in the cross-section of every scan. */
    public Path interfaceLines() {
        return folder.resolve("interface_lines.csv");
    }

    /** How well the classifier finds each class. */
    public Path classifierQuality() {
        return folder.resolve("classifier_quality.csv");
    }

    /** How much each feature decides in the classifier. */
    public Path classifierImportance() {
        return folder.resolve("classifier_importance.csv");
    }

    public Path run() {
        return folder.resolve("run.json");
    }

    /** When the run was done and how long each scan took, apart from what two runs of the same input have in common. */
    public Path times() {
        return folder.resolve("times.csv");
    }

    public Path report() {
        return folder.resolve("report.html");
    }

    public Path figures() {
        return folder.resolve("figures");
    }

    /** The label stack of a scan. */
    public Path labels(final String scan) {
        return folder.resolve("labels").resolve(scan + TIFF);
    }

    /** What a classifier found in a scan, voxel by voxel. */
    public Path classes(final String scan) {
        return folder.resolve("classes").resolve(scan + TIFF);
    }

    /** The contact map of a side at full size: 255 in contact, 0 not. */
    public Path contactMap(final Side side, final String scan) {
        return folder.resolve("contact").resolve(side.key() + "_" + scan + TIFF);
    }

    /** The contact map of a side as a picture for screens and reports. */
    public Path contactPicture(final Side side, final String scan) {
        return folder.resolve("contact").resolve(side.key() + "_" + scan + ".png");
    }

    /** The current density at the contacts of a side, by the resolved model. */
    public Path currentMap(final Side side, final String scan) {
        return folder.resolve("current").resolve(side.key() + "_" + scan + TIFF);
    }

    /** Contact gained, lost and kept at a side from the scan before to this one: a code a pixel, see {@link ContactChangeFiles}. */
    public Path contactChange(final Side side, final String scan) {
        return folder.resolve("contact_changes").resolve(side.key() + "_" + scan + TIFF);
    }

    /** The same from the first to the last scan inside a half cycle, which is counted from 1. */
    public Path contactChange(final Side side, final int halfCycle) {
        return folder.resolve("contact_changes").resolve("half_cycle_" + halfCycle + "_" + side.key() + TIFF);
    }

    /** The same from the first scan of the series to the last. */
    public Path contactChange(final Side side) {
        return folder.resolve("contact_changes").resolve("whole_" + side.key() + TIFF);
    }

    /** The time at which each pixel of a side lost its contact, see {@link operando.series.ContactLossTimes}. */
    public Path contactLoss(final Side side) {
        return folder.resolve("contact_loss").resolve(side.key() + "_hours.tif");
    }

    /** The picture beside a stack of one slice. */
    public static Path pictureOf(final Path stack) {
        return stack.resolveSibling(stack.getFileName().toString().replaceFirst("\\.tif$", ".png"));
    }

    /** A file about the displacement of a scan. */
    public Path displacement(final String name) {
        return folder.resolve("displacement").resolve(name);
    }

    /** The middle x–z cross-section of a scan in grey. */
    public Path section(final String scan) {
        return folder.resolve("sections").resolve(scan + "_grey.png");
    }

    /** The same cross-section with each pixel's label as its grey value. */
    public Path sectionLabels(final String scan) {
        return folder.resolve("sections").resolve(scan + "_labels.png");
    }

    /** The grey cross-section at a quarter (1), half (2) or three quarters (3) of y. */
    public Path section(final String scan, final int quarter) {
        return folder.resolve("sections").resolve("quarter_" + quarter).resolve(scan + "_grey.png");
    }

    /** The labels of the same cross-section. */
    public Path sectionLabels(final String scan, final int quarter) {
        return folder.resolve("sections").resolve("quarter_" + quarter).resolve(scan + "_labels.png");
    }

    /** How often each grey value occurs in the cross-sections of a scan. */
    public Path histogram(final String scan) {
        return folder.resolve("sections").resolve(scan + "_histogram.csv");
    }

    /** What runs wrote in the folder, a path a line. */
    public Path manifest() {
        return folder.resolve("finished").resolve("manifest.txt");
    }

    /** The whole record of the run, to the last digit. */
    public Path results() {
        // No scan's checkpoint can have this name.
        return folder.resolve("finished").resolve("results.json.gz");
    }

    /** Where the cell lies in each scan, if that had to be looked for. */
    public Path fieldsOfView() {
        // No scan's checkpoint can have this name.
        return folder.resolve("finished").resolve("fields_of_view.survey");
    }

    /** What a run holds while it is at work. */
    public Path lock() {
        return folder.resolve("finished").resolve("lock");
    }

    /** The files of one scan that a resumed run takes over. */
    public List<Path> ofScan(final String scan) {
        return List.of(labels(scan), classes(scan), contactMap(Side.TOP, scan), contactMap(Side.BOTTOM, scan), contactPicture(Side.TOP, scan),
            contactPicture(Side.BOTTOM, scan), finishedMaps(scan), finished(scan));
    }

    /**
     * Every file that a run over these scans may write, but for figures.
     *
     * @param halfCycleCount how many the cycler recorded
     */
    public List<Path> planned(final List<String> scans, final int halfCycleCount) {
        final List<Path> planned = new ArrayList<>(List.of(timeSeries(), voltage(), model(), fit(), contactChanges(), halfCycles(), effectiveCurrent(), greyProfiles(),
            interfaceLines(), classifierQuality(), classifierImportance(), run(), times(), results(), fieldsOfView(), report()));
        for (final Side side : Side.values()) {
            planned.add(contactLoss(side));
            addChange(planned, contactChange(side));
            scans.forEach(scan -> addChange(planned, contactChange(side, scan)));
            IntStream.rangeClosed(1, halfCycleCount).forEach(number -> addChange(planned, contactChange(side, number)));
        }
        for (final String scan : scans) {
            planned.addAll(ofScan(scan));
            planned.addAll(List.of(section(scan), sectionLabels(scan), histogram(scan)));
            planned.addAll(ScanFilters.scratchFiles(scratch(scan)));
            planned.addAll(List.of(currentMap(Side.TOP, scan), currentMap(Side.BOTTOM, scan)));
            for (int quarter = 1; quarter < QUARTERS; quarter++) {
                planned.addAll(List.of(section(scan, quarter), sectionLabels(scan, quarter)));
            }
            for (final String ending : List.of(".csv", ".vtk", "_step.csv", "_step.vtk")) {
                planned.add(displacement(scan + ending));
            }
        }
        return planned;
    }

    private static void addChange(final List<Path> planned, final Path stack) {
        planned.add(stack);
        planned.add(pictureOf(stack));
    }

    /** What is known of a finished scan, so that it need not be computed again. */
    public Path finished(final String scan) {
        return folder.resolve("finished").resolve(scan + ".json");
    }

    /** A scan after its filters, only while it is measured. */
    public Path scratch(final String scan) {
        return folder.resolve("finished").resolve(scan + ".filtered.tif");
    }

    /** The maps of a finished scan that the next scan is compared with. */
    public Path finishedMaps(final String scan) {
        return folder.resolve("finished").resolve(scan + ".maps.tif");
    }
}
