package operando.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

import operando.cell.VoxelSize;
import operando.scan.Scan;
import operando.scan.ScanFile;
import operando.scan.StorageInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code operando info FILE}: a scan as the reader sees it. */
@Command(name = "info", mixinStandardHelpOptions = true,
    description = "Shows the dimensions, type and voxel size of a scan, as the reader sees them.")
final class Info implements Runnable {

    @Parameters(paramLabel = "FILE", description = "a TIFF stack, a folder of TIFF slices, or a pattern such as 'recon/recon_*.tiff'")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        final PrintWriter out = spec.commandLine().getOut();
        try (Scan scan = ScanFile.open(file)) {
            final StorageInfo stored = scan.storageInfo();
            out.println("scan         " + file);
            out.println("dimensions   " + scan.width() + " x " + scan.height() + " x " + scan.depth() + " voxels (x, y, z)");
            out.println("type         " + typeOf(scan, stored));
            out.println("voxel size   " + scan.voxelSize().map(Info::sizeOf).orElse("not stated by the file"));
            out.println("format       " + stored.format());
            out.println("byte order   " + stored.byteOrder());
            out.println("compression  " + stored.compression());
            out.println("size         " + stored.bytes() + " bytes on disk");
        }
    }

    private static String typeOf(final Scan scan, final StorageInfo stored) {
        final String read = scan.pixelType().displayName();
        return read.equals(stored.samples()) ? read : stored.samples() + ", read as " + read;
    }

    private static String sizeOf(final VoxelSize size) {
        return String.format(Locale.ROOT, "%.6g x %.6g x %.6g um", size.xUm(), size.yUm(), size.zUm());
    }
}
