package operando.scan.bioformats;

import java.nio.file.Path;

import operando.scan.Scan;
import operando.scan.ScanFormat;
import operando.scan.UnsupportedFormatException;

/** Every format that Bio-Formats reads, where it is installed. */
public final class BioFormatsFormat implements ScanFormat {

    @Override
    public Scan open(final Path path) {
        if (!BioFormats.isInstalled()) {
            throw new UnsupportedFormatException(path.toString(), "Bio-Formats is not installed", "export it as a TIFF stack");
        }
        return BioFormatsScan.open(path);
    }
}
