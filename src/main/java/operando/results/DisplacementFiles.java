package operando.results;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.motion.DisplacementField;
import operando.motion.PointGrid;
import operando.motion.RadialProfile;
import operando.motion.StrainField;
import operando.motion.StrainField.Component;
import operando.motion.subvolume.PointStatus;
import operando.scan.PixelType;
import operando.scan.tiff.StackWriter;
import operando.text.CsvTable;

/** Writes displacement fields as tables, for ParaView, and as image stacks. */
public final class DisplacementFiles {

    private static final String[] AXES = {"x", "y", "z"};

    private DisplacementFiles() {
    }

    /** Writes a row a point; what a point does not have is empty. */
    public static void writeTable(final DisplacementField field, final StrainField strain, final Path file) {
        final List<String> header = new ArrayList<>(List.of("x_um", "y_um", "z_um", "ux_um", "uy_um", "uz_um", "correlation",
            "error_x_um", "error_y_um", "error_z_um", "iterations", "status"));
        for (final Component component : Component.values()) {
            header.add("strain_" + component.key());
        }
        for (final Component component : Component.values()) {
            header.add("green_lagrange_" + component.key());
        }
        header.addAll(List.of("volumetric_strain", "equivalent_shear_strain"));
        for (final Component component : Component.values()) {
            header.add("strain_" + component.key() + "_se");
        }
        CsvTable.write(file, header, field.size(), point -> {
            final List<Object> row = new ArrayList<>(List.of(field.xUm(point), field.yUm(point), field.zUm(point)));
            for (int c = 0; c < AXES.length; c++) {
                row.add(number(field.displacementUm()[c][point]));
            }
            row.add(number(correlation(field, point)));
            for (int c = 0; c < AXES.length; c++) {
                row.add(number(isMatch(field, point) ? field.errorUm()[c][point] : Float.NaN));
            }
            row.add(field.iterations()[point]);
            row.add(field.status()[point].name().toLowerCase(Locale.ROOT));
            for (final float[] component : strain.smallStrain()) {
                row.add(number(component[point]));
            }
            for (final float[] component : strain.greenLagrange()) {
                row.add(number(component[point]));
            }
            row.add(number(strain.volumetric(point)));
            row.add(number(strain.equivalentShear(point)));
            for (final float[] component : strain.error()) {
                row.add(number(component[point]));
            }
            return row;
        });
    }

    // What was filled from neighbours has no match of its own, even if a match was rejected there before.
    private static boolean isMatch(final DisplacementField field, final int point) {
        return switch (field.status()[point]) {
            case CONVERGED, DISCONTINUITY, OUTLIER, NOT_CONVERGED -> true;
            case NO_TEXTURE, OUTSIDE, MASKED, FILLED -> false;
        };
    }

    private static float correlation(final DisplacementField field, final int point) {
        return isMatch(field, point) && field.correlation()[point] != 0 ? field.correlation()[point] : Float.NaN;
    }

    // Digits beyond those of a float would be rounding.
    private static Double number(final float value) {
        return Float.isFinite(value) ? Double.valueOf(Float.toString(value)) : Double.NaN;
    }

    /** Writes the profile from the centre to the rim, a row a ring. */
    public static void writeProfile(final List<RadialProfile.Ring> profile, final Path file) {
        final CsvTable table = new CsvTable(List.of("inner_um", "outer_um", "points", "length_um", "length_deviation_um", "axial_um", "radial_um"));
        profile.forEach(ring -> table.row(List.of(ring.innerUm(), ring.outerUm(), ring.points(), ring.lengthUm(), ring.deviationUm(),
            ring.axialUm(), ring.radialUm())));
        table.write(file);
    }

    /** Writes a legacy VTK file (structured points, binary) that ParaView opens; not a number where there is none. */
    public static void writeVtk(final DisplacementField field, final StrainField strain, final Path file) {
        AtomicFile.write(file, unfinished -> {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                writeVtk(field, strain, out);
            }
        });
    }

    private static void writeVtk(final DisplacementField field, final StrainField strain, final DataOutputStream out) throws IOException {
        final PointGrid grid = field.grid();
        final VoxelSize voxel = field.voxelSize();
        text(out, String.format(Locale.ROOT, "# vtk DataFile Version 3.0%nDisplacement in um from %s to %s%nBINARY%nDATASET STRUCTURED_POINTS%n"
            + "DIMENSIONS %d %d %d%nORIGIN %s %s %s%nSPACING %s %s %s%nPOINT_DATA %d%n", plain(field.reference()), plain(field.deformed()),
            grid.countX(), grid.countY(), grid.countZ(), field.xUm(0), field.yUm(0), field.zUm(0), grid.spacing() * voxel.xUm(),
            grid.spacing() * voxel.yUm(), grid.spacing() * voxel.zUm(), field.size()));
        text(out, "VECTORS displacement_um float\n");
        for (int point = 0; point < field.size(); point++) {
            for (int c = 0; c < AXES.length; c++) {
                out.writeFloat(field.displacementUm()[c][point]);
            }
        }
        final float[] correlation = new float[field.size()];
        final float[] status = new float[field.size()];
        final float[] volumetric = new float[field.size()];
        final float[] shear = new float[field.size()];
        for (int point = 0; point < status.length; point++) {
            correlation[point] = correlation(field, point);
            status[point] = field.status()[point].ordinal();
            volumetric[point] = strain.volumetric(point);
            shear[point] = strain.equivalentShear(point);
        }
        scalars(out, "correlation", correlation);
        scalars(out, "status", status);
        for (final Component component : Component.values()) {
            scalars(out, "green_lagrange_" + component.key(), strain.greenLagrange(component));
        }
        for (int c = 0; c < AXES.length; c++) {
            scalars(out, "jump_" + AXES[c] + "_um", field.jumpUm()[c]);
        }
        scalars(out, "volumetric_strain", volumetric);
        scalars(out, "equivalent_shear_strain", shear);
    }

    private static String plain(final String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "_");
    }

    private static void scalars(final DataOutputStream out, final String name, final float[] values) throws IOException {
        text(out, "\nSCALARS " + name + " float 1\nLOOKUP_TABLE default\n");
        for (final float value : values) {
            out.writeFloat(value);
        }
    }

    private static void text(final DataOutputStream out, final String text) throws IOException {
        out.write(text.replace(System.lineSeparator(), "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Writes ux.tif, uy.tif, uz.tif, length.tif and, where the motion jumps, jump_x.tif, jump_y.tif, jump_z.tif; µm, a voxel a
     * point; not a number where there is none.
     */
    public static void writeMaps(final DisplacementField field, final Path folder) {
        final float[] length = new float[field.size()];
        for (int point = 0; point < length.length; point++) {
            length[point] = (float) field.lengthUm(point);
        }
        for (int c = 0; c < AXES.length; c++) {
            writeMap(field, field.displacementUm()[c], folder.resolve("u" + AXES[c] + ".tif"));
            if (field.count(PointStatus.DISCONTINUITY) > 0) {
                writeMap(field, field.jumpUm()[c], folder.resolve("jump_" + AXES[c] + ".tif"));
            }
        }
        writeMap(field, length, folder.resolve("length.tif"));
    }

    private static void writeMap(final DisplacementField field, final float[] values, final Path file) {
        final PointGrid grid = field.grid();
        final VoxelSize voxel = new VoxelSize(grid.spacing() * field.voxelSize().xUm(), grid.spacing() * field.voxelSize().yUm(),
            grid.spacing() * field.voxelSize().zUm());
        final int slice = grid.countX() * grid.countY();
        try (StackWriter writer = StackWriter.create(file, grid.countX(), grid.countY(), grid.countZ(), PixelType.FLOAT32, voxel)) {
            for (int k = 0; k < grid.countZ(); k++) {
                writer.write(java.util.Arrays.copyOfRange(values, k * slice, (k + 1) * slice));
            }
        }
    }
}
