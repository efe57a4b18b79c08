package operando;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A scan goes one way through the house and no room reaches back: docs/architecture.md shows the arrows. A room uses no other
 * rooms than those named here, and a library stands in no other rooms than those named here.
 */
@AnalyzeClasses(packages = "operando", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> ROOMS_WITH_A_RULE = new TreeSet<>();

    // The ground, on which every room stands.
    @ArchTest static final ArchRule CELL = room("cell").uses();
    @ArchTest static final ArchRule ENGINE = room("engine").uses("cell");
    @ArchTest static final ArchRule TEXT = room("text").uses("cell", "engine");
    @ArchTest static final ArchRule CLUSTER = room("cluster").uses("cell", "engine");
    @ArchTest static final ArchRule GRID = room("grid").uses("cell", "engine");

    // The way of a scan.
    @ArchTest static final ArchRule SCAN = room("scan").uses("cell", "engine");
    @ArchTest static final ArchRule SEGMENT = room("segment").uses("cell", "engine", "cluster", "scan");
    @ArchTest static final ArchRule MEASURE = room("measure").uses("cell", "engine", "scan", "segment");
    @ArchTest static final ArchRule MOTION = room("motion").uses("cell", "engine", "scan");
    @ArchTest static final ArchRule CYCLER = room("cycler").uses("cell", "engine");
    @ArchTest static final ArchRule SERIES = room("series").uses("cell", "engine", "segment", "measure", "motion", "cycler");
    @ArchTest static final ArchRule VOLTAGE = room("voltage").uses("cell", "engine", "grid", "cycler", "measure", "series");
    @ArchTest static final ArchRule BREATHING = room("breathing").uses("cell", "engine", "series");
    @ArchTest static final ArchRule RESULTS = room("results").uses("cell", "engine", "text", "scan", "segment", "measure", "motion", "cycler", "series", "voltage", "breathing");
    @ArchTest static final ArchRule REPORT = room("report").uses("cell", "engine", "text", "scan", "segment", "measure", "motion", "cycler", "series", "voltage", "breathing", "potential", "atoms", "results");
    @ArchTest static final ArchRule EXPERIMENT = room("experiment").uses("cell", "engine", "text", "scan", "segment", "measure", "motion", "cycler", "series", "voltage", "results");

    @ArchTest static final ArchRule SETUP = room("setup").uses("cell", "engine", "text", "scan", "segment", "measure", "cycler", "experiment");

    // Rooms that stand beside that way.
    @ArchTest static final ArchRule PHANTOM = room("phantom").uses("cell", "engine", "scan", "cycler", "voltage");
    @ArchTest static final ArchRule POTENTIAL = room("potential").uses("cell", "engine", "text");
    @ArchTest static final ArchRule ATOMS = room("atoms").uses("cell", "engine", "text", "cluster");

    // What the papers print beside what the rooms compute: settings of the papers, no formula of a model.
    @ArchTest static final ArchRule FIDELITY = room("fidelity").uses("cell", "engine", "text", "measure", "phantom", "series", "voltage", "breathing", "potential", "experiment", "results");
    @ArchTest static final ArchRule FIDELITY_IS_A_COMMAND = noClasses().that().resideOutsideOfPackages("operando.fidelity..", "operando.cli..").should().dependOnClassesThat().resideInAPackage("operando.fidelity..");

    // The doors: they gather input and call. The command line starts ImageJ for a macro, and ImageJ knows no command line.
    @ArchTest static final ArchRule COMMAND = room("command").isUsedOnlyBy("cli");
    @ArchTest static final ArchRule CLI = room("cli").isUsedOnlyBy();
    @ArchTest static final ArchRule DOOR_FOR_SCRIPTS = noClasses().that().resideOutsideOfPackage("operando").should().dependOnClassesThat().resideInAPackage("operando");

    // Rooms within a room.
    @ArchTest static final ArchRule SWEEP_KNOWS_NO_CLASSIFIER = packages("operando.segment").doNotKnow("operando.segment.learn..", "operando.segment.feature..", "operando.segment.cluster..");
    @ArchTest static final ArchRule FEATURES_KNOW_NO_CLASSIFIER = packages("operando.segment.feature..").doNotKnow("operando.segment.learn..", "operando.segment.cluster..");
    @ArchTest static final ArchRule CLUSTERS_OF_VOXELS_KNOW_NO_TRAINING = packages("operando.segment.cluster").doNotKnow("operando.segment.learn", "operando.segment.learn.modelfile");
    @ArchTest static final ArchRule FORESTS_KNOW_NO_FEATURES = packages("operando.segment.learn.forest").doNotKnow("operando.segment.feature..", "operando.segment.learn", "operando.scan..");
    @ArchTest static final ArchRule SUBVOLUMES_KNOW_NO_FIELD = packages("operando.motion.subvolume").doNotKnow("operando.motion");
    @ArchTest static final ArchRule DESCRIPTORS_KNOW_NO_CLASSES = packages("operando.atoms.descriptor").doNotKnow("operando.atoms", "operando.atoms.phase", "operando.atoms.change", "operando.atoms.sample");
    @ArchTest static final ArchRule ATOMS_KNOW_NO_SAMPLE = packages("operando.atoms").doNotKnow("operando.atoms.sample");
    @ArchTest static final ArchRule PLOTS_KNOW_NO_SCIENCE = packages("operando.report.plot").doNotKnow("operando.report", "operando.report.figure", "operando.results..");
    @ArchTest static final ArchRule NO_CIRCLES = slices().matching("operando.(**)").should().beFreeOfCycles();

    // What a library may be used in.
    @ArchTest static final ArchRule IMAGEJ = library("ij..", "net.imagej..").standsOnlyIn("operando.command", "operando.cli");
    @ArchTest static final ArchRule SCIJAVA = library("org.scijava..").standsOnlyIn("operando.command");
    @ArchTest static final ArchRule WINDOWS = library("javax.swing..", "java.awt.event..", "java.applet..").standsOnlyIn("operando.command");
    @ArchTest static final ArchRule WINDOWS_OF_AWT = noClasses().that().resideOutsideOfPackage("operando.command").should().dependOnClassesThat().areAssignableTo(java.awt.Component.class);
    @ArchTest static final ArchRule PICOCLI = library("picocli..").standsOnlyIn("operando.cli");
    @ArchTest static final ArchRule IMGLIB2 = library("net.imglib2..").standsOnlyIn("operando", "operando.scan.imglib2");
    @ArchTest static final ArchRule WEKA = library("weka..", "hr.irb..", "trainableSegmentation..").standsOnlyIn("operando.segment.learn..");
    @ArchTest static final ArchRule CHARTS = library("org.jfree..").standsOnlyIn("operando.report.plot", "operando.report.figure");
    @ArchTest static final ArchRule YAML = library("org.yaml..").standsOnlyIn("operando.text");
    @ArchTest static final ArchRule FOURIER = library("org.jtransforms..", "pl.edu.icm..").standsOnlyIn("operando.motion..", "operando.segment.feature..", "operando.segment.filter..", "operando.breathing.phasefield");

    @ArchTest
    static void everyRoomHasARule(final JavaClasses classes) {
        final Set<String> rooms = classes.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith("operando."))
            .map(name -> name.split("\\.")[1]).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ROOMS_WITH_A_RULE, rooms, "say above which rooms a new room uses; docs/architecture.md says where a new piece goes");
    }

    private record Room(String name) {

        private String classes() {
            return "operando." + name + "..";
        }

        private ArchRule uses(final String... others) {
            final String[] allowed = Stream.concat(Stream.of(this), Arrays.stream(others).map(Room::new)).map(Room::classes).toArray(String[]::new);
            final DescribedPredicate<JavaClass> forbidden = resideInAPackage("operando..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
            return noClasses().that().resideInAPackage(classes()).should().dependOnClassesThat(forbidden.as("are in another room than " + String.join(", ", others)));
        }

        private ArchRule isUsedOnlyBy(final String... others) {
            final String[] users = Stream.concat(Stream.of(this), Arrays.stream(others).map(Room::new)).map(Room::classes).toArray(String[]::new);
            return noClasses().that().resideOutsideOfPackages(users).should().dependOnClassesThat().resideInAPackage(classes());
        }
    }

    private record Library(String... packages) {

        private ArchRule standsOnlyIn(final String... rooms) {
            return noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat().resideInAnyPackage(packages);
        }
    }

    private record Packages(String name) {

        private ArchRule doNotKnow(final String... others) {
            return noClasses().that().resideInAPackage(name).should().dependOnClassesThat().resideInAnyPackage(others);
        }
    }

    private static Room room(final String name) {
        ROOMS_WITH_A_RULE.add(name);
        return new Room(name);
    }

    private static Library library(final String... packages) {
        return new Library(packages);
    }

    private static Packages packages(final String name) {
        return new Packages(name);
    }
}
