package operando.atoms.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

import operando.atoms.frame.AtomFrame;
import operando.engine.AtomicFile;
import operando.engine.Progress;
import operando.text.CsvTable;

/** Writes a made trajectory as extended XYZ with the true phase of each atom, and its truth as a table. */
public final class SampleFiles {

    /** The trajectory's name in its folder. */
    public static final String TRAJECTORY = "sample.extxyz.gz";
    /** The table's name in its folder. */
    public static final String TRUTH = "truth.csv";

    private SampleFiles() {
    }

    /** Writes {@link #TRAJECTORY} and {@link #TRUTH}: for each frame and layer its formula, its upper end and its thickness. */
    public static void write(final SampleTrajectory sample, final Path folder, final Progress progress) {
        AtomicFile.write(folder.resolve(TRAJECTORY), unfinished -> {
            try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(unfinished)), StandardCharsets.UTF_8))) {
                for (int frame = 0; frame < sample.frames(); frame++) {
                    write(sample.frame(frame), writer);
                    progress.report((frame + 1.0) / sample.frames(), "Sample");
                }
            }
        });
        final CsvTable table = new CsvTable(List.of("frame", "time", "layer", "formula", "upper_end_A", "thickness_A"));
        for (int frame = 0; frame < sample.frames(); frame++) {
            final SampleFrame one = sample.frame(frame);
            for (final SamplePhase phase : SamplePhase.values()) {
                final double end = one.boundaries()[phase.ordinal()];
                table.row(List.of(frame, one.atoms().time(), phase.ordinal() + 1, phase.formula(), end, end - (phase.ordinal() == 0 ? 0 : one.boundaries()[phase.ordinal() - 1])));
            }
        }
        table.write(folder.resolve(TRUTH));
    }

    private static void write(final SampleFrame frame, final BufferedWriter writer) throws IOException {
        final AtomFrame atoms = frame.atoms();
        final double[][] edges = atoms.cell().edges();
        writer.write(String.format(Locale.ROOT, "%d%nLattice=\"%.6f 0 0 0 %.6f 0 0 0 %.6f\" Properties=species:S:1:pos:R:3:layer:I:1 pbc=\"T T T\" Time=%.4f%n", atoms.size(), edges[0][0], edges[1][1],
            edges[2][2], atoms.time()).replace("\r", ""));
        for (int i = 0; i < atoms.size(); i++) {
            writer.write(String.format(Locale.ROOT, "%s %.5f %.5f %.5f %d%n", atoms.speciesOf(i), atoms.positions()[3 * i], atoms.positions()[3 * i + 1], atoms.positions()[3 * i + 2],
                frame.phases()[i] + 1).replace("\r", ""));
        }
    }
}
