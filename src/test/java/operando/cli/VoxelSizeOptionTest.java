package operando.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.tiff.StackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The voxel size of the command line wins over the file's, also in what classifiers see of a stack. */
class VoxelSizeOptionTest {

    private static final int WIDTH = 13;
    private static final int HEIGHT = 11;
    private static final int DEPTH = 9;

    @TempDir
    Path folder;

    private Path stack(final String name, final int values, final VoxelSize size) {
        final Random random = new Random(8);
        final byte[] slice = new byte[WIDTH * HEIGHT];
        final Path file = folder.resolve(name);
        try (StackWriter writer = StackWriter.create(file, WIDTH, HEIGHT, DEPTH, PixelType.UINT8, size)) {
            for (int z = 0; z < DEPTH; z++) {
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = (byte) random.nextInt(values);
                }
                writer.write(slice);
            }
        }
        return file;
    }

    private void run(final Object... arguments) {
        final StringWriter err = new StringWriter();
        final int code = Operando.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), new PrintWriter(new StringWriter()),
            new PrintWriter(err));
        assertEquals(0, code, err.toString());
    }

    private String rows(final Path stack, final String... voxelSize) throws IOException {
        final Path data = folder.resolve("rows.arff");
        final Object[] all = {"train", stack, folder.resolve("labels.tif"), "--features", "stack", "--trees", 5, "--save-data", data, "--out",
            folder.resolve("any.model")};
        final Object[] with = Arrays.copyOf(all, all.length + voxelSize.length);
        System.arraycopy(voxelSize, 0, with, all.length, voxelSize.length);
        run(with);
        return Files.readString(data);
    }

    @Test
    void itIsThatOfTheFeatures() throws IOException {
        stack("labels.tif", 3, VoxelSize.cubic(0.5));
        final Path cubes = stack("cubes.tif", 256, VoxelSize.cubic(0.5));
        final Path stretched = stack("long.tif", 256, new VoxelSize(0.5, 0.5, 1));
        assertFalse(rows(cubes).equals(rows(stretched)), "the file's own voxel size");
        assertEquals(rows(stretched), rows(cubes, "--voxel-size", "0.5,0.5,1"));
        assertEquals(rows(cubes), rows(stretched, "--voxel-size", "0.5"));
    }

    @Test
    void itIsThatOfTheSegmentedStack() {
        stack("labels.tif", 3, VoxelSize.cubic(0.5));
        final Path cubes = stack("cubes.tif", 256, VoxelSize.cubic(0.5));
        final Path model = folder.resolve("any.model");
        run("train", cubes, folder.resolve("labels.tif"), "--features", "stack", "--trees", 5, "--voxel-size", "0.5,0.5,1", "--out", model);
        run("segment", cubes, "--method", "classifier", "--model", model, "--voxel-size", "0.5,0.5,1", "--out", folder.resolve("stated.tif"));
        run("segment", stack("long.tif", 256, new VoxelSize(0.5, 0.5, 1)), "--method", "classifier", "--model", model, "--out", folder.resolve("own.tif"));
        run("segment", cubes, "--method", "classifier", "--model", model, "--out", folder.resolve("cubic.tif"));
        assertArrayEquals(labels("own.tif"), labels("stated.tif"));
        assertFalse(Arrays.equals(labels("cubic.tif"), labels("stated.tif")), "other features, other labels");
    }

    private float[] labels(final String name) {
        final float[] labels = new float[WIDTH * HEIGHT * DEPTH];
        try (Scan scan = ScanFile.open(folder.resolve(name))) {
            scan.readBlock(0, 0, 0, WIDTH, HEIGHT, DEPTH, labels);
        }
        return labels;
    }
}
