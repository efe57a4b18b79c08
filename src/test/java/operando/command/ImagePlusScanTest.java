package operando.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import operando.cell.InputException;
import operando.cell.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePlusScanTest {

    private static ImagePlus image(final String unit) {
        final ImageStack stack = new ImageStack(4, 3);
        stack.addSlice("", new byte[12]);
        stack.addSlice("", new byte[12]);
        final ImagePlus image = new ImagePlus("image", stack);
        final Calibration calibration = image.getCalibration();
        calibration.setUnit(unit);
        calibration.pixelWidth = 2;
        calibration.pixelHeight = 3;
        calibration.pixelDepth = 5;
        return image;
    }

    @ParameterizedTest
    @CsvSource({"µm, 1", "micron, 1", "um, 1", "micrometers, 1", "nm, 1e-3", "nanometre, 1e-3", "Å, 1e-4", "mm, 1e3", "millimeter, 1e3", "cm, 1e4", "m, 1e6",
        "inch, 25400", "in, 25400"})
    void theImagesUnitOfLengthGivesTheVoxelSize(final String unit, final double um) {
        final VoxelSize size = new ImagePlusScan(image(unit)).voxelSize().orElseThrow();
        assertEquals(2 * um, size.xUm(), 1e-12 * um);
        assertEquals(3 * um, size.yUm(), 1e-12 * um);
        assertEquals(5 * um, size.zUm(), 1e-12 * um);
    }

    @Test
    void eachAxisHasItsUnit() {
        final ImagePlus image = image("micron");
        image.getCalibration().setYUnit("nm");
        image.getCalibration().setZUnit("mm");
        assertEquals(Optional.of(new VoxelSize(2, 3e-3, 5e3)), new ImagePlusScan(image).voxelSize());
    }

    @Test
    void aStackThatCallsItsSlicesChannelsIsToldHowToSaySo() {
        final ImageStack stack = new ImageStack(4, 3);
        for (int z = 0; z < 9; z++) {
            stack.addSlice("", new byte[12]);
        }
        final ImagePlus image = new ImagePlus("image", stack);
        image.setDimensions(9, 1, 1);
        final String message = assertThrows(InputException.class, () -> new ImagePlusScan(image)).getMessage();
        assertTrue(message.contains("1 channel and 9 slices"), message);
        image.setDimensions(1, 9, 1);
        assertEquals(9, new ImagePlusScan(image).depth());
    }

    @Test
    void pixelsAreNoLength() {
        assertEquals(Optional.empty(), new ImagePlusScan(image("pixel")).voxelSize());
    }
}
