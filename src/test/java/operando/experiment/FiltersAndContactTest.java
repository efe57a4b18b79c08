package operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import operando.cell.InputException;
import operando.segment.filter.FilterSettings;
import operando.voltage.ContactRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiltersAndContactTest {

    @TempDir
    private Path folder;

    private Experiment with(final String lines) throws IOException {
        Files.createDirectories(folder.resolve("scans"));
        Files.writeString(folder.resolve("scans/t00.tif"), "");
        return Experiment.read(Files.writeString(folder.resolve("experiment.yml"), "voxel_size_um: 1.7\nscans:\n  - {file: scans/t00.tif, time_h: 0}\n" + lines));
    }

    @Test
    void filtersAreOffUnlessAskedFor() throws IOException {
        assertEquals(FilterSettings.none(), with("").filters());
        assertEquals(FilterSettings.auto(), with("filters: auto\n").filters());
        assertEquals(new FilterSettings(true, false, true), with("filters: {denoise: true, shading: true}\n").filters());
    }

    @Test
    void theModelTakesSubVoxelContactUnlessThePublishedRuleIsAskedFor() throws IOException {
        assertEquals(ContactRule.SUBVOXEL, with("").contact());
        assertEquals(ContactRule.PUBLISHED, with("contact: published\n").contact());
    }

    @Test
    void misspeltFiltersAndRulesAreRefusedWithTheirLine() {
        assertTrue(refusal("filters: {fringe: true}\n").contains("line 4"), refusal("filters: {fringe: true}\n"));
        assertTrue(refusal("filters: some\n").contains("none"));
        assertTrue(refusal("contact: literal\n").contains("published"));
        assertTrue(refusal("segmentation: {method: classifier, model: a.model}\nfilters: auto\n").contains("classifier"));
    }

    private String refusal(final String lines) {
        return assertThrows(InputException.class, () -> with(lines)).getMessage();
    }
}
