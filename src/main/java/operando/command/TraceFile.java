package operando.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import operando.cell.InputException;
import operando.engine.AtomicFile;
import operando.scan.ScanFile;

/** Traces as ImageJ's ROI Manager keeps them: a zip of selections, each named after its class. */
final class TraceFile {

    private static final int MOST = 100_000;
    private static final int MOST_BYTES = 1 << 26;

    private TraceFile() {
    }

    static void write(final Traces traces, final Path file) {
        AtomicFile.write(file, unfinished -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                for (final String name : traces.classes()) {
                    int number = 0;
                    for (final Roi roi : traces.traces(name)) {
                        final Roi named = (Roi) roi.clone();
                        named.setName(name + ": " + ++number);
                        zip.putNextEntry(new ZipEntry(number + "-" + traces.classes().indexOf(name) + ".roi"));
                        zip.write(RoiEncoder.saveAsByteArray(named));
                        zip.closeEntry();
                    }
                }
            }
        });
    }

    /** @throws InputException if it is no such zip, or a selection in it says no class */
    static Traces read(final Path file) {
        final List<Roi> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && found.size() < MOST; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".roi")) {
                    final Roi roi = RoiDecoder.openFromByteArray(zip.readNBytes(MOST_BYTES));
                    if (roi != null) {
                        found.add(roi);
                    }
                }
            }
        } catch (final IOException e) {
            throw ScanFile.unreadable(file, e);
        }
        if (found.isEmpty()) {
            throw new InputException(file.toString(), "holds no selections", "give a .zip that the ROI Manager or this window has saved");
        }
        return Traces.of(found.toArray(Roi[]::new));
    }
}
