package operando.experiment;

import java.util.Optional;

import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.scan.StoredForm;

/** A scan with the voxel size that experiment.yml states in place of its own. */
public record CalibratedScan(Scan scan, VoxelSize stated) implements Scan {

    @Override
    public String name() {
        return scan.name();
    }

    @Override
    public int width() {
        return scan.width();
    }

    @Override
    public int height() {
        return scan.height();
    }

    @Override
    public int depth() {
        return scan.depth();
    }

    @Override
    public PixelType pixelType() {
        return scan.pixelType();
    }

    @Override
    public Optional<VoxelSize> voxelSize() {
        return Optional.of(stated);
    }

    @Override
    public StoredForm storedForm() {
        return scan.storedForm();
    }

    @Override
    public void readSlice(final int z, final Object pixels) {
        scan.readSlice(z, pixels);
    }

    @Override
    public void readRows(final int z, final int y, final int rows, final Object pixels) {
        scan.readRows(z, y, rows, pixels);
    }

    @Override
    public void close() {
        scan.close();
    }
}
