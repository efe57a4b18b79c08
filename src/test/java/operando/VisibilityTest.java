package operando;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What only its own package uses is not public, so that a reader sees what a room offers. */
class VisibilityTest {

    /** The door for scripts, and commands, which Fiji starts by their names. */
    private static final Set<String> DOORS = Set.of("operando", "operando.command");

    @Test
    void whatOnlyItsOwnPackageUsesIsNotPublic() {
        final List<String> needless = new ClassFileImporter().importPackages("operando").stream()
            .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC) && !each.getEnclosingClass().isPresent() && !DOORS.contains(each.getPackageName()))
            .filter(each -> each.getDirectDependenciesToSelf().stream().allMatch(use -> use.getOriginClass().getPackageName().equals(each.getPackageName())))
            .map(JavaClass::getName).sorted().toList();
        assertEquals(List.of(), needless, "leave out the word public");
    }
}
