package operando.series;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Measured;
import operando.cell.Quantity;
import operando.cell.Side;
import operando.measure.ContactChange;
import operando.measure.RoughnessAndVoids;
import operando.measure.VoidFates;
import operando.measure.VoidFates.Fate;

/** Compares each scan of a series with the one before it. */
public final class ContactSteps {

    /** Edge of the squares whose roughness is compared, in columns. */
    private static final int ROUGHNESS_SQUARE = 8;

    private ContactSteps() {
    }

    /** What happened at each side between two scans, whose maps have one size and one voxel. */
    public static List<ContactStep> between(final int fromRow, final InterfaceMaps earlier, final int toRow, final InterfaceMaps later) {
        final List<ContactStep> steps = new ArrayList<>();
        for (final Side side : Side.values()) {
            final ContactChange change = ContactChange.between(earlier.contact(side), later.contact(side), later.voxelSize());
            final VoidFates fates = VoidFates.between(later.width(), earlier.voidThickness(side), later.voidThickness(side), later.voxelSize());
            steps.add(new ContactStep(fromRow, toRow, side, change.keptMm2(), change.gainedMm2(), change.lostMm2(), change.changePercent(),
                counts(fates), RoughnessAndVoids.between(later.width(), earlier.heightUm(side), earlier.contact(side), later.contact(side),
                    ROUGHNESS_SQUARE)));
        }
        return steps;
    }

    /** Enters contact gained and lost in the row of the later scan. */
    public static void enter(final ContactStep step, final TimeSeries series) {
        series.set(step.toRow(), Quantity.CONTACT_GAINED.at(step.side()), Measured.of(step.gainedMm2()));
        series.set(step.toRow(), Quantity.CONTACT_LOST.at(step.side()), Measured.of(step.lostMm2()));
    }

    private static ContactStep.VoidCounts counts(final VoidFates fates) {
        return new ContactStep.VoidCounts(fates.count(Fate.APPEARED), fates.count(Fate.GREW), fates.count(Fate.SHRANK),
            fates.count(Fate.CLOSED), fates.count(Fate.UNCHANGED), fates.volumeChangeUm3(Fate.APPEARED),
            fates.volumeChangeUm3(Fate.GREW), fates.volumeChangeUm3(Fate.SHRANK), fates.volumeChangeUm3(Fate.CLOSED));
    }
}
