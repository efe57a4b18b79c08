package operando;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture of the structure is drawn from the classes, and no package grows without a reason. */
class StructureTest {

    private static final Path SOURCES = Path.of("src/main/java/operando");
    private static final Path PICTURE = Path.of("docs/images/structure.svg");
    private static final int MANY = 20;

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct().sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSaysWhatItIsForAndWhyItIsLarge(final Path folder) throws IOException {
        final Path info = folder.resolve("package-info.java");
        assertTrue(Files.exists(info), folder + " has no package-info.java");
        final long classes;
        try (Stream<Path> files = Files.list(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".java") && !file.equals(info)).count();
        }
        assertTrue(classes <= MANY || Files.readString(info).replaceAll("\\s*\\R \\* ", " ").contains("more than twenty classes because"),
            folder + " has " + classes + " classes; its package-info.java must say why: \"more than twenty classes because …\"");
    }

    @Test
    void thePictureShowsTheRealArrows() throws IOException {
        final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (final JavaClass one : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("operando")) {
            if (one.getPackageName().startsWith("operando.")) {
                final SortedSet<String> others = uses.computeIfAbsent(room(one), room -> new TreeSet<>());
                one.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass).map(JavaClass::getBaseComponentType)
                    .filter(other -> other.getPackageName().startsWith("operando.") && !room(other).equals(room(one))).forEach(other -> others.add(room(other)));
            }
        }
        final String svg = new StructurePicture(uses, Set.of("cell", "engine", "text")).svg();
        if (Boolean.getBoolean("operando.draw")) {
            Files.writeString(PICTURE, svg);
        }
        assertEquals(Files.exists(PICTURE) ? Files.readString(PICTURE) : "", svg,
            "the arrows have changed; look at them, and draw anew with: mvn test -Dtest=StructureTest -Doperando.draw=true");
    }

    private static String room(final JavaClass of) {
        return of.getPackageName().split("\\.")[1];
    }
}
