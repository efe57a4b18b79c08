package operando.report.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import operando.motion.RadialProfile.Ring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RadialProfileFigureTest {

    @Test
    void aRingWithoutPointsIsAGapAndNotAFailure(@TempDir final Path folder) throws IOException {
        DisplacementFigures.writeProfile(List.of(new Ring(0, 100, 12, 19, 0.5, -18.5, 1), new Ring(100, 200, 0, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN), new Ring(200, 300, 40, 15, 0.8, -14, 2), new Ring(300, 400, 50, 12, 0.9, -11, 2.5)), folder);
        final String svg = Files.readString(folder.resolve("radial_profile.svg"));
        assertTrue(svg.contains("distance from the axis") && svg.contains("away from the axis"));
        assertTrue(!svg.contains("NaN"));
    }
}
