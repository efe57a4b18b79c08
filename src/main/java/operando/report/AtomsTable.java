package operando.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import operando.atoms.FrameClasses;
import operando.engine.AtomicFile;

/** atoms.csv: a row for each atom of each frame, written frame by frame. Without {@link #finish} nothing is left of it. */
public final class AtomsTable implements AutoCloseable {

    private final Path file;
    private AtomicFile.Unfinished unfinished;
    private BufferedWriter writer;

    public AtomsTable(final Path file) {
        this.file = file;
    }

    // Not before there is something to write, so that input at fault leaves not even a folder.
    private void begin() {
        try {
            unfinished = AtomicFile.begin(file);
            writer = Files.newBufferedWriter(unfinished.path());
            writer.write("frame,atom,species,class,probability\n");
        } catch (final IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }

    /** Classes count from 1; an atom of none has empty fields. */
    public void add(final FrameClasses found) {
        if (writer == null) {
            begin();
        }
        try {
            for (int atom = 0; atom < found.classes().length; atom++) {
                final int of = found.classes()[atom];
                final float probability = found.probabilities()[atom];
                writer.write(found.frame().number() + "," + (atom + 1) + "," + found.frame().speciesOf(atom) + "," + (of < 0 ? "" : String.valueOf(of + 1)) + ","
                    + (Float.isNaN(probability) ? "" : probability > 0.99995f ? "1" : String.format(Locale.ROOT, "%.4f", probability)) + "\n");
            }
        } catch (final IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }

    public void finish() {
        try {
            writer.close();
            unfinished.finish();
        } catch (final IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }

    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        try {
            writer.close();
        } catch (final IOException e) {
            // What could not be written vanishes.
        }
        unfinished.close();
    }
}
