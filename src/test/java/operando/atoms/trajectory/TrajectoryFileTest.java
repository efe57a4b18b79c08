package operando.atoms.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import operando.atoms.frame.AtomFrame;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrajectoryFileTest {

    private static final String XYZ = "2\nLattice=\"4 0 0 1 5 0 0.5 -1 6\" Properties=species:S:1:pos:R:3 pbc=\"T F T\" Time=2.5\nLi 0.5 1.25e0 -3\nS 1 2 3\n";
    private static final String DUMP = "ITEM: TIMESTEP\n100\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS xy xz yz pp ff pp\n0 5.5 1\n-1 5 0.5\n0 6 -1\n"
        + "ITEM: ATOMS id type xs ys zs ix iy iz\n7 2 0.25 0.5 0.5 0 0 1\n3 1 0 0 0 0 0 0\n";

    @TempDir
    Path folder;

    private List<AtomFrame> read(final byte[] content, final TrajectorySettings settings) throws IOException {
        final Path file = Files.write(folder.resolve("t.xyz"), content);
        final List<AtomFrame> frames = new ArrayList<>();
        try (Trajectory trajectory = TrajectoryFile.open(file, settings)) {
            for (Optional<AtomFrame> frame = trajectory.next(); frame.isPresent(); frame = trajectory.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private List<AtomFrame> read(final String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), TrajectorySettings.defaults().withSpecies("Li,S"));
    }

    @Test
    void extendedXyzGivesCellTimeAndPositions() throws IOException {
        final AtomFrame frame = read(XYZ).get(0);
        assertArrayEquals(new double[] {0.5, 1.25, -3, 1, 2, 3}, frame.positions());
        assertArrayEquals(new double[] {0.5, -1, 6}, frame.cell().edges()[2]);
        assertArrayEquals(new boolean[] {true, false, true}, frame.cell().periodic());
        assertEquals(2.5, frame.time());
        assertEquals("S", frame.speciesOf(1));
        assertEquals(120, frame.cell().volume(), 1e-9);
    }

    @Test
    void aDumpOfATiltedBoxGivesTheBoxThatLammpsHas() throws IOException {
        final AtomFrame frame = read(DUMP).get(0);
        // xlo = 0 − min(0, xy, xz, xy + xz), ylo = −1 − min(0, yz).
        assertArrayEquals(new double[] {0, 0, 0}, frame.cell().origin(), 1e-12);
        assertArrayEquals(new double[] {4, 0, 0}, frame.cell().edges()[0], 1e-12);
        assertArrayEquals(new double[] {1, 5, 0}, frame.cell().edges()[1], 1e-12);
        assertArrayEquals(new double[] {0.5, -1, 6}, frame.cell().edges()[2], 1e-12);
        // Sorted by id; the second atom has gone through the face once.
        assertEquals("Li", frame.speciesOf(0));
        assertArrayEquals(new double[] {0, 0, 0, 1.75 + 0.5, 2 - 1, 3 + 6}, frame.positions(), 1e-12);
        assertTrue(frame.unwrapped());
        assertFalse(frame.cell().periodic()[1]);
        assertEquals(100, frame.time());
    }

    @Test
    void everySecondFrameOfAGzippedFileIsRead() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int frame = 0; frame < 5; frame++) {
                gzip.write(XYZ.replace("Time=2.5", "Time=" + frame).getBytes(StandardCharsets.UTF_8));
            }
        }
        final List<AtomFrame> frames = read(bytes.toByteArray(), TrajectorySettings.defaults().withEvery(2));
        assertEquals(List.of(0.0, 2.0, 4.0), frames.stream().map(AtomFrame::time).toList());
        assertEquals(List.of(0, 2, 4), frames.stream().map(AtomFrame::number).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cut short | S 1 2 3 | '' | middle of frame 0",
        "NaN | 1.25e0 | nan | not a finite number",
        "a word | 1.25e0 | x | not a finite number",
        "no element | S 1 2 3 | Xx 1 2 3 | no chemical element",
        "no volume | 0.5 -1 6 | 5 5 0 | volume of the cell is zero",
        "eight numbers | 0.5 -1 6 | 0.5 -1 | 8 numbers in place of 9",
        "few fields | S 1 2 3 | S 1 2 | 3 fields in place of 4",
        "no number of atoms | 2 | two | no number of atoms",
        "too many atoms | 2 | 999999999999 | cannot hold"})
    void whatIsWrongIsSaidInOneLine(final String name, final String good, final String bad, final String said) {
        final InputException refused = assertThrows(InputException.class, () -> read(XYZ.replaceFirst(java.util.regex.Pattern.quote(good), bad).stripTrailing()), name);
        assertTrue(refused.getMessage().contains(said), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void anotherNumberOfAtomsOrAnotherAtomIsRefused() {
        assertTrue(assertThrows(InputException.class, () -> read(XYZ + "1\nProperties=species:S:1:pos:R:3\nLi 0 0 0\n")).getMessage().contains("1 atoms and the one before 2"));
        assertTrue(assertThrows(InputException.class, () -> read(XYZ + XYZ.replace("S 1 2 3", "Li 1 2 3"))).getMessage().contains("frame 1"));
    }

    @Test
    void aDumpWhoseTypesAreNotNamedIsRefused() {
        assertTrue(assertThrows(InputException.class, () -> read(DUMP.getBytes(StandardCharsets.UTF_8), TrajectorySettings.defaults())).getMessage().contains("--species"));
        assertTrue(assertThrows(InputException.class, () -> read(DUMP.substring(0, DUMP.length() - 10))).getMessage().contains("fewer fields"));
        assertTrue(assertThrows(InputException.class, () -> read(DUMP.substring(0, DUMP.indexOf("3 1 0")))).getMessage().contains("middle of frame 0"));
        assertTrue(assertThrows(InputException.class, () -> read(DUMP.replace("xs ys zs", "a b c"))).getMessage().contains("positions"));
    }
}
