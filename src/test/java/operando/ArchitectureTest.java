package operando;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A scan goes one way through the house and no room reaches back. */
@AnalyzeClasses(packages = "operando", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CELL_USES_NO_ROOM = uses("cell");

    @ArchTest
    static final ArchRule NO_CIRCLES = com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices().matching("operando.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CLUSTERS_KNOW_NO_IMAGE = uses("cluster", "cell", "engine");

    @ArchTest
    static final ArchRule GRIDS_KNOW_NO_SCIENCE = uses("grid", "cell", "engine");

    @ArchTest
    static final ArchRule ENGINE_USES_ONLY_CELL = uses("engine", "cell");

    @ArchTest
    static final ArchRule TEXT_KNOWS_NO_KEY_OF_ANY_ROOM = uses("text", "cell", "engine");

    @ArchTest
    static final ArchRule SCAN_USES_NO_LATER_ROOM = uses("scan", "cell", "engine");

    @ArchTest
    static final ArchRule SEGMENT_USES_SCANS = uses("segment", "cell", "engine", "cluster", "scan");

    @ArchTest
    static final ArchRule FEATURES_KNOW_NO_CLASSIFIER = noClasses()
        .that().resideInAPackage("operando.segment.feature..")
        .should().dependOnClassesThat().resideInAnyPackage("operando.segment.learn..", "operando.segment.cluster..");

    @ArchTest
    static final ArchRule MEASURE_USES_SEGMENTS = uses("measure", "cell", "engine", "scan", "segment");

    @ArchTest
    static final ArchRule MOTION_USES_SCANS = uses("motion", "cell", "engine", "scan");

    @ArchTest
    static final ArchRule CYCLER_STANDS_AT_THE_START = uses("cycler", "cell", "engine");

    @ArchTest
    static final ArchRule SERIES_ARE_NUMBERS_AND_MAPS_OVER_TIME = uses("series", "cell", "engine", "segment", "measure", "motion", "cycler");

    @ArchTest
    static final ArchRule VOLTAGE_TAKES_SERIES = uses("voltage", "cell", "engine", "grid", "cycler", "measure", "series");

    @ArchTest
    static final ArchRule RESULTS_ARE_FILES_OF_NUMBERS = uses("results", "cell", "engine", "text", "scan", "segment", "measure", "motion", "cycler",
        "series", "voltage");

    @ArchTest
    static final ArchRule POTENTIAL_STANDS_ALONE = uses("potential", "cell", "engine", "text");

    @ArchTest
    static final ArchRule PHANTOMS_ARE_SCANS_WITH_A_VOLTAGE = uses("phantom", "cell", "engine", "scan", "cycler", "voltage");

    @ArchTest
    static final ArchRule EXPERIMENT_USES_THE_ROOMS = uses("experiment", "cell", "engine", "text", "scan", "segment", "measure",
        "motion", "cycler", "series", "voltage", "results");

    @ArchTest
    static final ArchRule REPORT_SHOWS_RESULTS = uses("report", "cell", "engine", "text", "scan", "segment", "measure", "motion",
        "cycler", "series", "voltage", "potential", "results");

    @ArchTest
    static final ArchRule ALGORITHMS_KNOW_NO_WINDOWS = noClasses()
        .that().resideOutsideOfPackages("operando.command..", "operando.cli..", "operando.report..")
        .should().dependOnClassesThat().resideInAnyPackage("ij.gui..", "javax.swing..", "java.awt.event..", "picocli..", "org.scijava..")
        .allowEmptyShould(true);

    @ArchTest
    static final ArchRule IMGLIB2_STANDS_AT_THE_DOOR = noClasses()
        .that().resideOutsideOfPackages("operando", "operando.scan.imglib2")
        .should().dependOnClassesThat().resideInAPackage("net.imglib2..");

    @ArchTest
    static final ArchRule NO_ROOM_USES_THE_DOOR_OF_THE_HOUSE = noClasses()
        .that().resideOutsideOfPackage("operando")
        .should().dependOnClassesThat().resideInAPackage("operando").allowEmptyShould(true);

    @ArchTest
    static final ArchRule IMAGEJ_STANDS_AT_THE_DOOR = noClasses()
        .that().resideOutsideOfPackages("operando.command..", "operando.cli..")
        .should().dependOnClassesThat().resideInAnyPackage("ij", "ij.(**)");

    private static ArchRule uses(final String room, final String... others) {
        final String self = "operando." + room + "..";
        final String[] allowed = Arrays.stream(others).map(other -> "operando." + other + "..").toArray(String[]::new);
        final DescribedPredicate<JavaClass> forbidden = JavaClass.Predicates.resideInAPackage("operando..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(self)))
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)))
            .as("a room other than " + String.join(", ", others));
        return noClasses().that().resideInAPackage(self).should().dependOnClassesThat(forbidden).allowEmptyShould(true);
    }
}
