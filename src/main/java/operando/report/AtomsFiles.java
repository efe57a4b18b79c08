package operando.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import operando.atoms.LocalEnvironments;
import operando.atoms.LocalEnvironments.FrameResult;
import operando.atoms.LocalEnvironments.Growth;
import operando.atoms.change.Displacements;
import operando.atoms.change.Interface;
import operando.atoms.phase.PhaseDescription;
import operando.cell.Measured;
import operando.report.figure.AtomProfileFigure;
import operando.report.figure.PairDistributionFigure;
import operando.report.plot.FigureFiles;
import operando.text.CsvTable;

/** Writes what was found in a trajectory as tables and figures. Classes count from 1; a number that is not known is empty, with its reason. */
public final class AtomsFiles {

    private AtomsFiles() {
    }

    /** Writes classes.csv, frames.csv, interfaces.csv, growth.csv, diffusion.csv, transitions.csv, profile.csv, pairs.csv and the figures. */
    public static void write(final LocalEnvironments.Result result, final Path folder) {
        classes(result, folder.resolve("classes.csv"));
        frames(result, folder.resolve("frames.csv"));
        interfaces(result, folder.resolve("interfaces.csv"));
        growth(result, folder.resolve("growth.csv"));
        diffusion(result, folder.resolve("diffusion.csv"));
        transitions(result, folder.resolve("transitions.csv"));
        profile(result, folder.resolve("profile.csv"));
        pairs(result, folder.resolve("pairs.csv"));
        FigureFiles.write(new AtomProfileFigure(result), folder);
        FigureFiles.write(new PairDistributionFigure(result), folder);
    }

    private static void classes(final LocalEnvironments.Result result, final Path file) {
        final List<String> header = new ArrayList<>(List.of("class", "formula", "share", "crystalline", "order", "q4", "q6", "anions_about_li", "li_about_anion", "volume_per_atom_A3",
            "volume_per_atom_A3_se", "volume_per_li_A3", "volume_per_li_A3_se", "molar_volume_of_li_cm3_mol", "nearest_crystal", "nearest_distance", "core_atoms"));
        result.species().forEach(name -> header.addAll(List.of("fraction_" + name, "fraction_" + name + "_se")));
        header.add("reason");
        final CsvTable table = new CsvTable(header);
        for (final PhaseDescription phase : result.phases()) {
            final boolean known = phase.composition().atoms() > 0;
            final List<Object> row = new ArrayList<>(List.of(phase.number() + 1, known ? phase.composition().formula() : "", phase.share(),
                phase.crystalline().isPresent() ? phase.isCrystalline() ? "yes" : "no" : "", phase.order().value(), phase.q4().value(), phase.q6().value(), phase.anionsAboutLi().value(),
                phase.liAboutAnion().value(), phase.volumePerAtomA3().value(), phase.volumePerAtomA3().standardError(), phase.volumePerLiA3().value(), phase.volumePerLiA3().standardError(),
                phase.molarVolumeOfLiCm3().value(), phase.nearestDistance().isPresent() ? phase.nearest().formula() : "", phase.nearestDistance().value(), phase.composition().atoms()));
            for (int k = 0; k < result.species().size(); k++) {
                row.add(known ? phase.composition().fraction(k) : Double.NaN);
                row.add(known ? phase.composition().fractionError(k) : Double.NaN);
            }
            row.add(phase.volumePerLiA3().isPresent() ? phase.crystalline().reason() : phase.volumePerLiA3().reason());
            table.row(row);
        }
        table.write(file);
    }

    private static void frames(final LocalEnvironments.Result result, final Path file) {
        final List<String> header = new ArrayList<>(List.of("frame", "time"));
        result.phases().forEach(phase -> header.add("atoms_class_" + (phase.number() + 1)));
        result.phases().forEach(phase -> header.add("thickness_class_" + (phase.number() + 1) + "_A"));
        final CsvTable table = new CsvTable(header);
        for (int f = 0; f < result.frames().size(); f++) {
            final FrameResult frame = result.frames().get(f);
            final List<Object> row = new ArrayList<>(List.of(frame.number(), frame.time()));
            for (final long atoms : frame.atoms()) {
                row.add(atoms);
            }
            for (final Growth growth : result.growth()) {
                row.add(growth.thicknessA()[f]);
            }
            table.row(row);
        }
        table.write(file);
    }

    private static void interfaces(final LocalEnvironments.Result result, final Path file) {
        final CsvTable table = new CsvTable(List.of("frame", "time", "lower_class", "upper_class", "position_A", "position_A_se"));
        for (final FrameResult frame : result.frames()) {
            for (final Interface one : frame.interfaces()) {
                table.row(List.of(frame.number(), frame.time(), one.lower() + 1, one.upper() + 1, one.positionA().value(), one.positionA().standardError()));
            }
        }
        table.write(file);
    }

    private static void growth(final LocalEnvironments.Result result, final Path file) {
        final CsvTable table = new CsvTable(List.of("class", "linear_A_per_time", "linear_A_per_time_se", "root_A_per_root_time", "root_A_per_root_time_se", "mixed_linear_A_per_time",
            "mixed_linear_A_per_time_se", "mixed_root_A_per_root_time", "mixed_root_A_per_root_time_se", "exponent", "exponent_from", "exponent_to", "residual_A", "reason"));
        for (final Growth growth : result.growth()) {
            final List<Object> row = new ArrayList<>(List.of(growth.of() + 1));
            for (final Measured number : List.of(growth.law().linear(), growth.law().squareRoot(), growth.law().mixedLinear(), growth.law().mixedRoot())) {
                row.addAll(List.of(number.value(), number.standardError()));
            }
            row.addAll(List.of(growth.law().exponent().value(), growth.law().exponentFrom(), growth.law().exponentTo(), growth.law().residualA(), growth.law().exponent().reason()));
            table.row(row);
        }
        table.write(file);
    }

    private static void diffusion(final LocalEnvironments.Result result, final Path file) {
        final CsvTable table = new CsvTable(List.of("class", "D_along_A2_per_time", "D_along_A2_per_time_se", "D_across_A2_per_time", "D_across_A2_per_time_se", "reason"));
        for (int c = 0; c < result.diffusion().size(); c++) {
            final Displacements.Diffusion one = result.diffusion().get(c);
            table.row(List.of(c + 1, one.along().value(), one.along().standardError(), one.across().value(), one.across().standardError(), one.along().reason()));
        }
        table.write(file);
    }

    private static void transitions(final LocalEnvironments.Result result, final Path file) {
        final CsvTable table = new CsvTable(List.of("from_class", "to_class", "atoms"));
        for (int from = -1; from < result.phases().size(); from++) {
            for (int to = -1; to < result.phases().size(); to++) {
                if (result.transitions().count(from, to) > 0) {
                    table.row(List.of(name(from), name(to), result.transitions().count(from, to)));
                }
            }
        }
        table.write(file);
    }

    private static String name(final int of) {
        return of < 0 ? "none" : String.valueOf(of + 1);
    }

    private static void profile(final LocalEnvironments.Result result, final Path file) {
        final CsvTable table = new CsvTable(List.of("frame", "position_A", "class", "share"));
        for (final FrameResult frame : result.frames()) {
            for (int bin = 0; bin < frame.profile().counts()[0].length; bin++) {
                for (int c = 0; c < result.phases().size(); c++) {
                    if (frame.profile().counts()[c][bin] > 0) {
                        table.row(List.of(frame.number(), frame.profile().positionA(bin), c + 1, frame.profile().share(c, bin)));
                    }
                }
            }
        }
        table.write(file);
    }

    private static void pairs(final LocalEnvironments.Result result, final Path file) {
        final CsvTable table = new CsvTable(List.of("class", "distance_A", "g_li_about_anion", "g_framework"));
        for (final PhaseDescription phase : result.phases()) {
            final double[] distances = phase.framework().distances();
            final double[] liAnion = phase.liAnion().values();
            final double[] framework = phase.framework().values();
            for (int bin = 0; bin < distances.length; bin++) {
                table.row(List.of(phase.number() + 1, distances[bin], liAnion[bin], framework[bin]));
            }
        }
        table.write(file);
    }
}
