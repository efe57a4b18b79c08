package operando.experiment;

import java.util.Arrays;
import java.util.List;

import operando.cell.InputException;
import operando.cycler.CyclerFile;
import operando.cycler.CyclingRecord;
import operando.engine.MemoryPlan;
import operando.series.LinearInterpolation;
import operando.text.CsvTable;

/** The cycler's record of an experiment, checked against the times of its scans. */
final class Cycling {

    /** Scans may be this much outside of the record: a cycler's clock starts with its first reading. */
    private static final double TOLERANCE_H = 0.1;
    // Sixty numbers: what was measured, what each scenario predicts, and what they are made from.
    private static final long READING_BYTES = 480;
    private static final long REPORT_BYTES = 100L << 20;

    private final CyclingRecord record;
    private final LinearInterpolation charge;
    private final LinearInterpolation passed;

    Cycling(final CyclingRecord record) {
        this.record = record;
        charge = new LinearInterpolation(record.timesH(), record.chargeMAhPerCm2());
        passed = new LinearInterpolation(record.timesH(), new CyclingRecord(record.timesH(), record.voltagesV(),
            Arrays.stream(record.currentDensitiesMAPerCm2()).map(Math::abs).toArray()).chargeMAhPerCm2());
    }

    /** @throws InputException if the file cannot be read or does not cover the scans */
    static Cycling read(final CyclerSource source, final Experiment experiment) {
        final CyclingRecord record = CyclerFile.read(source.file(), source.facts());
        final List<PlannedScan> scans = experiment.scans();
        final double first = scans.get(0).timeH();
        final double last = scans.get(scans.size() - 1).timeH();
        if (first < record.startH() - TOLERANCE_H || last > record.endH() + TOLERANCE_H) {
            throw new InputException(source.file().toString(), "it runs from " + CsvTable.text(record.startH()) + " to "
                + CsvTable.text(record.endH()) + " h and the scans from " + CsvTable.text(first) + " to " + CsvTable.text(last) + " h",
                "give the cycler's file of the whole experiment, with times on the same clock");
        }
        return new Cycling(record);
    }

    /** What the readings, the voltages predicted for each of them, and their table take. */
    MemoryPlan memory() {
        return new MemoryPlan("a run with " + record.timesH().length + " readings of the cycler", READING_BYTES * record.timesH().length + REPORT_BYTES);
    }

    CyclingRecord record() {
        return record;
    }

    double voltageV(final double timeH) {
        return record.voltageAtV(inside(timeH));
    }

    double currentDensityMAPerCm2(final double timeH) {
        return record.currentDensityAtMAPerCm2(inside(timeH));
    }

    /** Charge passed since the first reading, mAh cm⁻². */
    double chargeMAhPerCm2(final double timeH) {
        return charge.at(timeH);
    }

    /** Charge passed in either direction since the first reading, mAh cm⁻². */
    double passedMAhPerCm2(final double timeH) {
        return passed.at(timeH);
    }

    private double inside(final double timeH) {
        return Math.max(record.startH(), Math.min(record.endH(), timeH));
    }
}
