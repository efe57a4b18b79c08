package operando.phantom;

import operando.cell.InputException;
import operando.cell.VoxelSize;
import operando.voltage.LumpedParameters;

/**
 * Everything that makes a synthetic series; the same settings always make the same voxels, on any number of threads.
 *
 * @param width     voxels along x
 * @param height    voxels along y
 * @param depth     voxels along the stack axis z
 * @param voxelSize edges of a voxel, µm
 * @param seed      chooses the interfaces, voids, pores, grains and the noise
 * @param cell      what is in the cell and how it changes
 * @param cycling   how it is cycled, and when it is scanned
 * @param picture   grey levels and the flaws of the imaging
 * @param model     true parameters of the model that makes the voltage from the contact
 */
public record PhantomSettings(int width, int height, int depth, VoxelSize voxelSize, long seed, PhantomCell cell,
                              PhantomCycling cycling, PhantomPicture picture, LumpedParameters model) {

    private static final double INTERPHASE_CONDUCTIVITY_MS_PER_CM = 0.02;

    public PhantomSettings {
        if (width < 8 || height < 8 || depth < 48) {
            throw new InputException("phantom size", width + " × " + height + " × " + depth
                + " voxels cannot hold a cell", "give at least 8 × 8 × 48");
        }
    }

    /** 160 × 160 × 240 voxels of 1.7 µm, ten scans over two half cycles of 5 h at 1 mA cm⁻². */
    public static PhantomSettings defaults() {
        return new PhantomSettings(160, 160, 240, VoxelSize.cubic(1.7), 1, PhantomCell.defaults(),
            PhantomCycling.defaults(), PhantomPicture.defaults(),
            LumpedParameters.defaults().withInterphaseConductivity(INTERPHASE_CONDUCTIVITY_MS_PER_CM));
    }

    public PhantomSettings withSize(final int newWidth, final int newHeight, final int newDepth) {
        return new PhantomSettings(newWidth, newHeight, newDepth, voxelSize, seed, cell, cycling, picture, model);
    }

    public PhantomSettings withVoxelSize(final VoxelSize size) {
        return new PhantomSettings(width, height, depth, size, seed, cell, cycling, picture, model);
    }

    public PhantomSettings withSeed(final long newSeed) {
        return new PhantomSettings(width, height, depth, voxelSize, newSeed, cell, cycling, picture, model);
    }

    public PhantomSettings withCell(final PhantomCell newCell) {
        return new PhantomSettings(width, height, depth, voxelSize, seed, newCell, cycling, picture, model);
    }

    public PhantomSettings withCycling(final PhantomCycling newCycling) {
        return new PhantomSettings(width, height, depth, voxelSize, seed, cell, newCycling, picture, model);
    }

    public PhantomSettings withPicture(final PhantomPicture newPicture) {
        return new PhantomSettings(width, height, depth, voxelSize, seed, cell, cycling, newPicture, model);
    }

    public PhantomSettings withModel(final LumpedParameters newModel) {
        return new PhantomSettings(width, height, depth, voxelSize, seed, cell, cycling, picture, newModel);
    }

    double widthUm() {
        return width * voxelSize.xUm();
    }

    double heightUm() {
        return height * voxelSize.yUm();
    }

    double depthUm() {
        return depth * voxelSize.zUm();
    }
}
