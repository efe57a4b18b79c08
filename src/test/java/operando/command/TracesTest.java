package operando.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import operando.cell.InputException;
import org.junit.jupiter.api.Test;

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
    void groupsAreClassesAndASelectionWithoutAClassIsRefused() {
        final Roi grouped = new OvalRoi(1, 1, 6, 6);
        grouped.setGroup(3);
        assertEquals(List.of("class 3"), Traces.of(new Roi[] {grouped}).classes());
        assertThrows(InputException.class, () -> Traces.of(new Roi[] {named(new Roi(0, 0, 1, 1), "0001-0002", 1)}));
        assertThrows(InputException.class, () -> Traces.of(new Roi[] {named(new Roi(0, 0, 1, 1), "a: 1", 9), named(new Roi(0, 0, 1, 1), "b: 1", 1)})
            .voxels(image));
    }
}
