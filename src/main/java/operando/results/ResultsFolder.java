package operando.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import operando.cell.InputException;
import operando.engine.AtomicFile;

/**
 * The results folder while a run has it to itself. A lock of the operating system, which ends with the process however that
 * ends, keeps a second run out. A manifest (finished/manifest.txt) lists every file that runs have written or are about to write
 * here; what an earlier run wrote and this one does not is removed, and a file that no run wrote is never touched: where a result
 * would take its place, the run is refused.
 */
public final class ResultsFolder implements AutoCloseable {

    private final ResultFiles files;
    private final FileChannel lockFile;
    private final Set<String> manifest;

    private ResultsFolder(final ResultFiles files, final FileChannel lockFile) {
        this.files = files;
        this.lockFile = lockFile;
        this.manifest = manifest(files);
    }

    /**
     * Takes the folder, and makes it if it is not there.
     *
     * @throws InputException if it cannot be written to, or another run is at work in it
     */
    public static ResultsFolder take(final ResultFiles files) {
        final Path lock = files.lock();
        try {
            Files.createDirectories(lock.getParent());
            final FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                final String who = Files.readString(lock).strip();
                channel.close();
                throw new InputException(files.folder().toString(), "another run is at work there" + (who.isEmpty() ? "" : " (" + who + ")"),
                    "wait for it, or choose another folder with --out");
            }
            channel.truncate(0).write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS)).getBytes(StandardCharsets.UTF_8)));
            return new ResultsFolder(files, channel);
        } catch (final IOException e) {
            throw new InputException(files.folder().toString(), "results cannot be written there (" + e.getClass().getSimpleName() + ")",
                "choose another folder with --out");
        }
    }

    private static boolean lock(final FileChannel channel) throws IOException {
        try {
            final FileLock lock = channel.tryLock();
            return lock != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Makes room for a run: removes what earlier runs wrote, but for the files of scans that this one has too and may take over.
     *
     * @param planned that the run may write
     * @param kept    those of them that stay until they are replaced
     * @throws InputException if something that no run wrote lies in the place of a result
     */
    public void begin(final Collection<Path> planned, final Collection<Path> kept) {
        final Set<String> keep = new TreeSet<>(kept.stream().map(this::relative).toList());
        for (final Path path : planned) {
            if (Files.exists(path) && !manifest.contains(relative(path))) {
                throw new InputException(path.toString(), "is there, and no run lists it as its own in " + files.folder().relativize(files.manifest()),
                    "choose another folder with --out, or move it away");
            }
        }
        manifest.forEach(name -> deleteUnfinished(files.folder().resolve(name)));
        deleteUnfinished(files.manifest());
        manifest.stream().filter(name -> !keep.contains(name)).forEach(this::delete);
        manifest.retainAll(keep);
        add(planned);
    }

    /**
     * Lists files before they are written, and removes what a run that was killed had begun to write of them.
     *
     * @throws InputException if the manifest cannot be written
     */
    public void add(final Collection<Path> planned) {
        planned.forEach(this::deleteUnfinished);
        planned.forEach(path -> manifest.add(relative(path)));
        write();
    }

    /** Leaves in the manifest what is there. */
    public void finish() {
        manifest.removeIf(name -> !Files.exists(files.folder().resolve(name)));
        write();
    }

    private void write() {
        AtomicFile.write(files.manifest(), unfinished -> Files.write(unfinished, manifest));
    }

    private void delete(final String name) {
        final Path path = files.folder().resolve(name).normalize();
        try {
            if (path.startsWith(files.folder()) && Files.isRegularFile(path)) {
                Files.delete(path);
            }
        } catch (final IOException e) {
            throw new InputException(path.toString(), "is of an earlier run and cannot be deleted", "delete it, or choose another folder with --out");
        }
    }

    /** What a run that was killed had begun to write. */
    private void deleteUnfinished(final Path planned) {
        if (Files.isDirectory(planned.getParent())) {
            AtomicFile.leftovers(planned).forEach(path -> delete(relative(path)));
        }
    }

    private String relative(final Path path) {
        return files.folder().relativize(path).toString().replace('\\', '/');
    }

    private static Set<String> manifest(final ResultFiles files) {
        try {
            final Set<String> names = new TreeSet<>();
            for (final String name : Files.isRegularFile(files.manifest()) ? Files.readAllLines(files.manifest()) : List.<String>of()) {
                // Nothing outside of the folder is ours, whatever stands there.
                if (files.folder().resolve(name).normalize().startsWith(files.folder())) {
                    names.add(name);
                }
            }
            return names;
        } catch (final IOException | InvalidPathException e) {
            throw new InputException(files.manifest().toString(), "is damaged", "choose another folder with --out");
        }
    }

    /** Gives the folder free. */
    @Override
    public void close() {
        try {
            lockFile.truncate(0);
            lockFile.close();
        } catch (final IOException e) {
            throw new InputException(files.lock().toString(), "cannot be closed", "check the disk");
        }
    }
}
