package operando.phantom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import operando.cell.VoxelSize;
import operando.engine.AtomicFile;
import operando.engine.Cores;
import operando.engine.Progress;
import operando.scan.Scan;
import operando.scan.tiff.StackWriter;

/**
 * Writes a synthetic series as a scientist would have it on disk: {@code scans/tNN.tif}, {@code cycling.csv} and
 * {@code experiment.yml}, and with it {@code truth.json} and {@code PROVENANCE.md}.
 */
public final class PhantomSeries {

    // The part of the time that goes into the scans.
    private static final double SCANS_SHARE = 0.95;

    private static final String NOTE = "Synthetic: the voltage was made with the model that predicts it, from the true contact, so that their agreement"
        + " tests the evaluation and not the physics.";

    private final Phantom phantom;

    public PhantomSeries(final Phantom phantom) {
        this.phantom = phantom;
    }

    /**
     * @param command the command that made the series, for its provenance
     * @throws operando.cell.InputException if the folder cannot be written to, or the charge uses up the lithium
     */
    public void write(final Path folder, final String command, final Cores cores, final Progress progress) {
        final PhantomTruth truth = phantom.truth();
        for (int i = 0; i < phantom.scans(); i++) {
            writeStack(phantom.scan(i), folder.resolve("scans"), cores,
                progress.part(SCANS_SHARE * i / phantom.scans(), SCANS_SHARE * (i + 1) / phantom.scans()));
        }
        progress.report(SCANS_SHARE, "making the voltage");
        final String csv = new VoltageRecord(phantom, cores).csv();
        AtomicFile.write(folder.resolve("cycling.csv"), file -> Files.writeString(file, csv));
        AtomicFile.write(folder.resolve("PROVENANCE.md"), file -> Files.writeString(file, provenance(command)));
        TruthFile.write(truth, folder.resolve("truth.json"));
        AtomicFile.write(folder.resolve("experiment.yml"), file -> Files.writeString(file, experiment()));
        progress.report(1, "series written");
    }

    /**
     * Writes the phase that fills the middle of each voxel as {@code labels/tNN.tif}.
     *
     * @throws operando.cell.InputException if the folder cannot be written to
     */
    public void writeLabels(final Path folder, final Progress progress) {
        for (int i = 0; i < phantom.scans(); i++) {
            final Scan labels = phantom.labels(i);
            final byte[] slice = new byte[labels.width() * labels.height()];
            try (StackWriter writer = StackWriter.createLabels(folder.resolve("labels").resolve(phantom.scan(i).name() + ".tif"), labels.width(),
                labels.height(), labels.depth(), labels.voxelSize().orElse(phantom.settings().voxelSize()))) {
                for (int z = 0; z < labels.depth(); z++) {
                    labels.readSlice(z, slice);
                    writer.write(slice);
                }
            }
            progress.report((i + 1.0) / phantom.scans(), "true labels");
        }
    }

    private static void writeStack(final Scan scan, final Path folder, final Cores cores, final Progress progress) {
        final int batch = 4 * cores.threads();
        final Object[] slices = new Object[batch];
        try (StackWriter writer = StackWriter.create(folder.resolve(scan.name() + ".tif"), scan.width(), scan.height(),
            scan.depth(), scan.pixelType(), scan.voxelSize().orElseThrow())) {
            for (int from = 0; from < scan.depth(); from += batch) {
                final int first = from;
                final int count = Math.min(batch, scan.depth() - from);
                cores.forEach(count, i -> {
                    slices[i] = scan.newSlice();
                    scan.readSlice(first + i, slices[i]);
                });
                for (int i = 0; i < count; i++) {
                    writer.write(slices[i]);
                }
                progress.report((from + count) / (double) scan.depth(), "making scan " + scan.name());
            }
        }
    }

    private String experiment() {
        final PhantomSettings settings = phantom.settings();
        final StringBuilder yaml = new StringBuilder();
        yaml.append("# A synthetic series; see PROVENANCE.md.\n");
        yaml.append("name: Synthetic symmetric cell, seed ").append(settings.seed()).append('\n');
        yaml.append("voxel_size_um: ").append(voxelSize(settings.voxelSize())).append('\n');
        yaml.append("stack_axis: z\nscans:\n");
        for (int i = 0; i < phantom.scans(); i++) {
            yaml.append(String.format(Locale.ROOT, "  - {file: scans/t%02d.tif, time_h: %.6f}\n", i,
                settings.cycling().scanTimeH(i)));
        }
        yaml.append("note: \"").append(NOTE).append("\"\n");
        yaml.append("cycler: {file: cycling.csv}\nthresholds: auto\nsegmentation: {method: sweep}\n");
        yaml.append(String.format(Locale.ROOT, "model: {electrolyte_conductivity_mS_cm: %s, "
            + "exchange_current_density_mA_cm2: %s, temperature_K: %s, interphase_conductivity_mS_cm: fit}\n",
            settings.model().electrolyteConductivityMSPerCm(), settings.model().exchangeCurrentDensityMAPerCm2(),
            settings.model().temperatureK()));
        return yaml.toString();
    }

    private static String voxelSize(final VoxelSize size) {
        return "[" + size.xUm() + ", " + size.yUm() + ", " + size.zUm() + "]";
    }

    private static String provenance(final String command) {
        return String.format(Locale.ROOT, """
            # Where this series comes from

            It is synthetic: no cell was built and nothing was measured. A program drew a lithium symmetric cell with rough
            interfaces, voids that grow, close and form, growing interphases and pores, let it change with the charge passed,
            and made the grey values with blur, noise, rings and drift. The voltage is that of the lumped model for the true
            contact, with noise. `truth.json` has what is really in it, in continuous geometry, and every setting.

            The same command makes the same series again:

                %s

            The course of contact, currents and dimensions follow what Lewis et al. observed (Linking void and interphase
            evolution to electrochemistry in solid-state batteries using operando X-ray tomography, Nature Materials 2021);
            none of their data is in it. It may be used like the program that made it.
            """, command);
    }
}
