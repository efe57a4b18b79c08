package operando.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private final ImagePlus image = IJ.createImage("stack", "8-bit ramp", 40, 30, 5);

    private static Roi named(final Roi roi, final String name, final int slice) {
        roi.setName(name);
        roi.setPosition(slice);
        return roi;
    }

    @Test
    void areasCountAllTheirPixelsAndLinesThoseAlongThem() {
        final Traces traces = Traces.of(new Roi[] {named(new Roi(2, 3, 4, 5), "lithium: a", 2), named(new Line(5, 20.5, 15, 20.5), "void: b", 4),
            named(new PointRoi(7, 8), "void: c", 1)});
        assertEquals(List.of("lithium", "void"), traces.classes());
        // 11 samples a pixel apart on a line of ten pixels, and a point.
        assertArrayEquals(new int[] {20, 12}, traces.voxels(image).counts());
    }

    @Test
    void whatReachesOutOfTheImageIsLeftOutAndAnEmptyClassIsNone() {
        final Traces traces = Traces.of(new Roi[] {named(new Roi(38, 28, 10, 10), "a: 1", 1), named(new Roi(0, 0, 3, 3), "b: 1", 1)});
        traces.addClass("c");
        assertArrayEquals(new int[] {4, 9}, traces.voxels(image).counts());
        traces.removeLast("b");
        assertThrows(InputException.class, () -> traces.voxels(image));
    }

    @Test
    void tracesOfATimeSeriesBelongToTheirTimePoint() {
        final ImagePlus series = IJ.createHyperStack("series", 40, 30, 1, 5, 3, 8);
        final Traces traces = new Traces();
        series.setPositionWithoutUpdate(1, 4, 2);
        final Roi early = new Roi(2, 3, 4, 5);
        Traces.place(early, series);
        traces.add("a", early);
        series.setPositionWithoutUpdate(1, 1, 3);
        final Roi late = new Roi(2, 3, 6, 5);
        Traces.place(late, series);
        traces.add("b", late);
        assertEquals(List.of(2, 3), traces.timePoints(series));
        assertArrayEquals(new int[] {20, 0}, traces.voxels(series, 2).counts());
        assertArrayEquals(new int[] {0, 30}, traces.voxels(series, 3).counts());
    }

    @Test
    void tracesAreSavedAndLoadedWithTheirClassesAndPlaces(@TempDir final Path folder) {
        final Traces traces = Traces.of(new Roi[] {named(new Roi(2, 3, 4, 5), "lithium: a", 2), named(new Line(5, 20.5, 15, 20.5), "void: b", 4)});
        traces.rename("void", "a void, or so");
        TraceFile.write(traces, folder.resolve("traces.zip"));
        final Traces read = TraceFile.read(folder.resolve("traces.zip"));
        assertEquals(List.of("lithium", "a void, or so"), read.classes());
        assertArrayEquals(new int[] {20, 11}, read.voxels(image).counts());
        assertThrows(InputException.class, () -> TraceFile.read(folder.resolve("none.zip")));
    }

    @Test
    void groupsAreClassesAndASelectionWithoutAClassIsRefused() {
        final Roi grouped = new OvalRoi(1, 1, 6, 6);
        grouped.setGroup(3);
        assertEquals(List.of("class 3"), Traces.of(new Roi[] {grouped}).classes());
        assertThrows(InputException.class, () -> Traces.of(new Roi[] {named(new Roi(0, 0, 1, 1), "0001-0002", 1)}));
        assertThrows(InputException.class, () -> Traces.of(new Roi[] {named(new Roi(0, 0, 1, 1), "a: 1", 9), named(new Roi(0, 0, 1, 1), "b: 1", 1)})
            .voxels(image));
    }
}
