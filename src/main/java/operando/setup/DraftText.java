package operando.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import operando.cell.Thresholds;
import operando.cell.VoxelSize;
import operando.text.CsvTable;

/** The words of an experiment.yml: every value with where it is from, what is missing as a comment that says what to give. */
final class DraftText {

    private final ExperimentDraft draft;
    private final StringJoiner lines = new StringJoiner("\n", "", "\n");
    private final List<String> guesses = new ArrayList<>();

    DraftText(final ExperimentDraft draft) {
        this.draft = draft;
    }

    String text() {
        add("# An experiment for Operando Tomography, from what was found in this folder. Lines that begin with # are comments.");
        add("# What is marked CHECK is a guess. Evaluate it with: operando run experiment.yml");
        add("name: " + quoted(draft.folder().toAbsolutePath().normalize().getFileName() + ""));
        add("");
        voxelSize();
        add("stack_axis: " + draft.stackAxis().key() + (draft.axisSeen() ? "   # from collector to collector; in the first scan layers follow one another along it"
            : "   # CHECK: from collector to collector; the image does not tell it, x, y or z"));
        if (!draft.axisSeen()) {
            guesses.add("stack_axis, since the image does not tell it");
        }
        add("");
        scans();
        add("");
        cycler();
        add("");
        thresholds();
        if (!guesses.isEmpty()) {
            add("");
            add("# Guesses that nobody has checked; each stands as a warning in the results. Delete a line here when you have checked it.");
            add("guessed:");
            guesses.forEach(guess -> add("  - " + quoted(guess)));
        }
        return lines.toString();
    }

    private void add(final String line) {
        lines.add(line);
    }

    private void voxelSize() {
        if (draft.voxelSize().isPresent()) {
            final VoxelSize size = draft.voxelSize().get();
            add("voxel_size_um: [" + number(size.xUm()) + ", " + number(size.yUm()) + ", " + number(size.zUm()) + "]   # "
                + (draft.statedVoxel().isPresent() ? "as given" : "as the scans say") + ", along x, y and z of the files");
            size.doubt(draft.scans().width(), draft.scans().height(), draft.scans().depth()).ifPresent(doubt -> add("# CHECK: " + comment(doubt)));
        } else {
            add("# MISSING: the scans do not say their voxel size, or not the same. Give one edge in µm, or [x, y, z], and delete the # :");
            add("# voxel_size_um: 1.0");
        }
    }

    private void scans() {
        add("# " + draft.times().files().size() + " scans of " + draft.scans().size() + ".");
        draft.scans().leftOut().stream().limit(12).forEach(one -> add("# Left out: " + comment(one)));
        add((draft.times().isStated() ? "# time_h" : "# CHECK time_h") + ", the middle of each scan in hours on the cycler's clock: taken from "
            + comment(draft.times().from()) + ".");
        add("scans:");
        for (int i = 0; i < draft.times().files().size(); i++) {
            add("  - {file: " + quoted(FoundScans.name(draft.folder(), draft.times().files().get(i))) + ", time_h: " + hours(draft.times().timesH().get(i)) + "}");
        }
        add("# scan_duration_min: 15   # how long a scan takes, if you know it");
        if (!draft.times().isStated()) {
            guesses.add("time_h of the scans, from " + draft.times().from());
        }
    }

    private void cycler() {
        if (draft.cycler().file().isEmpty()) {
            add("# MISSING: no voltage is evaluated without the cycler's file; " + comment(draft.cycler().remark()) + ". Give it and delete the # :");
            add("# cycler: {file: cycling.csv, area_cm2: 0.01}   # area_cm2, the electrode's area, where the file has a current and no current density");
            return;
        }
        final String file = quoted(FoundScans.name(draft.folder(), draft.cycler().file().get()));
        draft.cycler().record().ifPresent(record -> {
            add("# The cycler's record goes from " + hours(record.startH()) + " to " + hours(record.endH()) + " h and has " + record.halfCycles().size()
                + " half cycles; a positive current strips lithium at the top.");
            record.notes().forEach(note -> add("# " + comment(note)));
        });
        if (draft.statedAreaCm2().isPresent()) {
            add("cycler: {file: " + file + ", area_cm2: " + number(draft.statedAreaCm2().getAsDouble()) + "}");
        } else if (!draft.cycler().needsArea()) {
            add("cycler: {file: " + file + "}   # it has a current density");
        } else if (draft.imagedAreaCm2().isPresent()) {
            add("# CHECK area_cm2: the cross-section that the first scan shows. If the electrode is larger than the field of view, give the electrode's.");
            add("cycler: {file: " + file + ", area_cm2: " + number(draft.imagedAreaCm2().getAsDouble()) + "}");
            guesses.add("area_cm2, the imaged cross-section, which the electrode may exceed");
        } else {
            add("# MISSING: the cycler's file has a current and no current density. Give the electrode's area in cm² and delete the # :");
            add("# cycler: {file: " + file + ", area_cm2: 0.01}");
        }
    }

    private void thresholds() {
        if (draft.thresholds().isPresent()) {
            add("thresholds: " + text(draft.thresholds().get()) + "   # for every scan, in its grey values");
        } else if (draft.found().thresholds().isPresent()) {
            add("thresholds: auto   # found in each scan by itself; in the first: " + text(draft.found().thresholds().get()));
        } else {
            add("# MISSING: no thresholds are found in the first scan (" + comment(draft.found().doubt()) + "). Give grey values and delete the # :");
            add("# thresholds: {void: 60, lithium: 100, interphase: 145, collector: 200}   # leave collector out when none is in view");
        }
    }

    private static String text(final Thresholds of) {
        return "{void: " + number(of.voidLithium()) + ", lithium: " + number(of.lithiumInterphase()) + ", interphase: " + number(of.interphaseElectrolyte())
            + (Double.isInfinite(of.electrolyteCollector()) ? "" : ", collector: " + number(of.electrolyteCollector())) + "}";
    }

    private static String number(final double value) {
        return CsvTable.text(Double.parseDouble(String.format(Locale.ROOT, "%.6g", value)));
    }

    private static String hours(final double value) {
        return CsvTable.text(Math.rint(value * 1e6) / 1e6);
    }

    private static String comment(final String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** As YAML reads it back, whatever is in it. */
    private static String quoted(final String text) {
        final StringBuilder quoted = new StringBuilder("\"");
        for (final char one : text.toCharArray()) {
            if (one == '"' || one == '\\') {
                quoted.append('\\').append(one);
            } else if (one < ' ' || one >= '\u007f' && one <= '\u009f') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) one));
            } else {
                quoted.append(one);
            }
        }
        return quoted.append('"').toString();
    }
}
