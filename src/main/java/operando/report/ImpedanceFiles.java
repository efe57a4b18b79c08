package operando.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cycler.ImpedanceSpectrum;
import operando.report.figure.NyquistFigure;
import operando.report.figure.ResistanceAndContactFigure;
import operando.report.plot.FigureFiles;
import operando.text.CsvTable;
import operando.voltage.impedance.CircuitFit;
import operando.voltage.impedance.CircuitFit.Resistance;
import operando.voltage.impedance.CircuitSettings;
import operando.voltage.impedance.EquivalentCircuit;
import operando.voltage.impedance.InterfaceResistance;

/** Writes fitted impedance spectra: a table with a row a spectrum, and a picture of each. */
public final class ImpedanceFiles {

    /**
     * A spectrum with its circuit.
     *
     * @param areaCm2 of the electrodes; empty where nobody said
     */
    public record Fitted(ImpedanceSpectrum spectrum, CircuitFit fit, OptionalDouble areaCm2) {
    }

    private ImpedanceFiles() {
    }

    /** Writes impedance.csv and nyquist-N.png and .svg. Resistances times area are empty without an area. */
    public static void write(final List<Fitted> all, final Path folder) {
        write(all, Optional.empty(), folder);
    }

    /**
     * The same with the contact at the time of each spectrum, and the resistance of the interfaces over it as resistance-and-contact.png and .svg.
     *
     * @param contact of the series during which the spectra were taken; none if it is not known
     */
    public static void write(final List<Fitted> all, final Optional<InterfaceResistance> contact, final Path folder) {
        final List<String> columns = new ArrayList<>(columns());
        contact.ifPresent(known -> columns.addAll(InterfaceResistance.COLUMNS));
        final CsvTable table = new CsvTable(columns);
        for (int i = 0; i < all.size(); i++) {
            final List<Object> row = row(all.get(i));
            final Fitted one = all.get(i);
            contact.ifPresent(known -> row.addAll(known.columns(one.spectrum().timeH(), one.fit().interfaces())));
            table.row(row);
            FigureFiles.write(new NyquistFigure(String.format(Locale.ROOT, "nyquist-%02d", i + 1), all.get(i).spectrum(), all.get(i).fit()), folder);
        }
        contact.ifPresent(known -> FigureFiles.write(new ResistanceAndContactFigure(known, all.stream().map(one -> one.spectrum().timeH()).toList(),
            all.stream().map(one -> one.fit().interfaces()).toList()), folder));
        table.write(folder.resolve("impedance.csv"));
    }

    private static List<String> columns() {
        final List<String> columns = new ArrayList<>(List.of("file", "time_h"));
        for (final String name : List.of("R_bulk", "R_int")) {
            columns.addAll(List.of(name + "_ohm_cm2", name + "_ohm_cm2_se", name + "_ohm", name + "_ohm_se", name + "_ohm_95_percent"));
        }
        for (int arc = 1; arc <= CircuitSettings.MOST_ARCS; arc++) {
            columns.addAll(List.of("R_" + arc + "_ohm", "R_" + arc + "_ohm_se", "Q_" + arc, "a_" + arc));
        }
        columns.addAll(List.of("R_warburg_ohm", "tau_warburg_s", "residual", "remarks"));
        return columns;
    }

    private static List<Object> row(final Fitted one) {
        final CircuitFit fit = one.fit();
        final List<Object> row = new ArrayList<>(List.of(one.spectrum().name(), one.spectrum().timeH()));
        for (final Resistance resistance : List.of(fit.bulk(), fit.interfaces())) {
            final double area = one.areaCm2().orElse(Double.NaN);
            row.addAll(Arrays.asList(area * resistance.ohm(), area * resistance.error(), resistance.ohm(), resistance.error(), resistance.interval()));
        }
        for (int arc = 0; arc < CircuitSettings.MOST_ARCS; arc++) {
            if (arc < fit.circuit().arcs().size()) {
                final EquivalentCircuit.Arc element = fit.circuit().arcs().get(arc);
                row.addAll(Arrays.asList(element.ohm(), fit.arcs().get(arc).error(), element.q(), element.exponent()));
            } else {
                row.addAll(Arrays.asList(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
            }
        }
        row.add(fit.circuit().warburg().map(EquivalentCircuit.Warburg::ohm).orElse(Double.NaN));
        row.add(fit.circuit().warburg().map(EquivalentCircuit.Warburg::tauS).orElse(Double.NaN));
        row.add(fit.residual());
        row.add(String.join("; ", fit.remarks()));
        return row;
    }
}
