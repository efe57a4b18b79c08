package operando.scan.bioformats;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.InputException;
import operando.cell.VoxelSize;

/**
 * Bio-Formats' reader, where it is installed. Bio-Formats is part of Fiji and not of this program, so its classes are
 * looked up by name when a file needs them.
 */
final class BioFormats implements AutoCloseable {

    private static final String READER = "loci.formats.ImageReader";

    private final Path file;
    private final ClassLoader loader;
    private final Object reader;
    private final Object metadata;

    private BioFormats(final Path file, final ClassLoader loader) {
        this.file = file;
        this.loader = loader;
        // Does nothing if Fiji has set its logging up; otherwise every attempt of every reader would be logged.
        call(classNamed("loci.common.DebugTools"), null, "enableLogging", new Class<?>[] {String.class}, "ERROR");
        reader = make(READER);
        metadata = call(classNamed("loci.formats.MetadataTools"), null, "createOMEXMLMetadata");
        call(classNamed("loci.formats.IFormatReader"), reader, "setMetadataStore",
            new Class<?>[] {classNamed("loci.formats.meta.MetadataStore")}, metadata);
        call(classNamed(READER), reader, "setFlattenedResolutions", new Class<?>[] {boolean.class}, false);
    }

    /** Whether Bio-Formats is on the class path. */
    static boolean isInstalled() {
        return installedLoader().isPresent();
    }

    /**
     * Opens {@code file} with Bio-Formats.
     *
     * @throws InputException if Bio-Formats cannot read it
     * @throws IllegalStateException if it is not installed
     */
    static BioFormats open(final Path file) {
        final ClassLoader loader = installedLoader()
            .orElseThrow(() -> new IllegalStateException("Bio-Formats is not on the class path"));
        final BioFormats opened = new BioFormats(file, loader);
        boolean whole = false;
        try {
            opened.call(opened.classNamed(READER), opened.reader, "setId", new Class<?>[] {String.class},
                file.toAbsolutePath().toString());
            whole = true;
        } finally {
            if (!whole) {
                opened.close();
            }
        }
        return opened;
    }

    private static Optional<ClassLoader> installedLoader() {
        final List<ClassLoader> loaders = new ArrayList<>();
        loaders.add(BioFormats.class.getClassLoader());
        if (Thread.currentThread().getContextClassLoader() != null) {
            loaders.add(Thread.currentThread().getContextClassLoader());
        }
        return loaders.stream().filter(loader -> loader.getResource(READER.replace('.', '/') + ".class") != null)
            .findFirst();
    }

    /** A whole-number property of the reader, for example {@code getSizeX}. */
    int number(final String getter) {
        return (Integer) call(classNamed(READER), reader, getter);
    }

    boolean flag(final String getter) {
        return (Boolean) call(classNamed(READER), reader, getter);
    }

    String text(final String getter) {
        return String.valueOf(call(classNamed(READER), reader, getter));
    }

    /** Fills {@code bytes} with rows of a plane; the reader is not made for several threads. */
    synchronized void readPlane(final int plane, final int y, final int width, final int rows, final byte[] bytes) {
        call(classNamed(READER), reader, "openBytes",
            new Class<?>[] {int.class, byte[].class, int.class, int.class, int.class, int.class},
            plane, bytes, 0, y, width, rows);
    }

    /** The voxel size in the metadata; a depth that is not stated is taken to be the width. */
    Optional<VoxelSize> voxelSize() {
        final double x = lengthUm("getPixelsPhysicalSizeX", Double.NaN);
        final double y = lengthUm("getPixelsPhysicalSizeY", x);
        final double z = lengthUm("getPixelsPhysicalSizeZ", x);
        return x > 0 && y > 0 && z > 0 && x + y + z < Double.POSITIVE_INFINITY
            ? Optional.of(new VoxelSize(x, y, z)) : Optional.empty();
    }

    private double lengthUm(final String getter, final double otherwise) {
        final Object length = call(classNamed("loci.formats.meta.MetadataRetrieve"), metadata, getter,
            new Class<?>[] {int.class}, 0);
        if (length == null) {
            return otherwise;
        }
        try {
            final Object micrometre = classNamed("ome.units.UNITS").getField("MICROMETER").get(null);
            final Object value = call(classNamed("ome.units.quantity.Length"), length, "value",
                new Class<?>[] {classNamed("ome.units.unit.Unit")}, micrometre);
            return value == null ? otherwise : ((Number) value).doubleValue();
        } catch (final ReflectiveOperationException e) {
            throw unknownVersion(e);
        }
    }

    @Override
    public void close() {
        call(classNamed(READER), reader, "close");
    }

    private Class<?> classNamed(final String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (final ReflectiveOperationException e) {
            throw unknownVersion(e);
        }
    }

    private Object make(final String name) {
        try {
            return classNamed(name).getConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw unknownVersion(e);
        }
    }

    private Object call(final Class<?> owner, final Object on, final String name) {
        return call(owner, on, name, new Class<?>[0]);
    }

    private Object call(final Class<?> owner, final Object on, final String name, final Class<?>[] types,
        final Object... arguments) {
        try {
            final Method method = owner.getMethod(name, types);
            return method.invoke(on, arguments);
        } catch (final InvocationTargetException e) {
            final InputException exception = new InputException(file.toString(), "Bio-Formats cannot read it ("
                + e.getCause().getMessage() + ")", "export it as a TIFF stack");
            exception.initCause(e.getCause());
            throw exception;
        } catch (final ReflectiveOperationException e) {
            throw unknownVersion(e);
        }
    }

    private InputException unknownVersion(final ReflectiveOperationException cause) {
        final InputException exception = new InputException(file.toString(),
            "the installed Bio-Formats is of a version that is not understood (" + cause.getMessage() + ")",
            "update Bio-Formats to 6.7 or newer, or export the stack as TIFF");
        exception.initCause(cause);
        return exception;
    }
}
