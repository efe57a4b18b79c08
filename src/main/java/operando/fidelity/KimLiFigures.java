package operando.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import operando.potential.PotentialProfile;
import operando.potential.PotentialSolver;
import operando.potential.published.PublishedCase;
import operando.potential.published.PublishedFigure;

/** Kim and Li: every value printed of a profile, from the stacks of {@link PublishedFigure}. */
final class KimLiFigures {

    private KimLiFigures() {
    }

    static List<FidelityRow> rows() {
        final List<FidelityRow> rows = new ArrayList<>();
        for (final String name : PublishedFigure.names()) {
            for (final PublishedCase curve : PublishedFigure.named(name).cases()) {
                final PotentialProfile profile = PotentialSolver.solve(curve.stack());
                for (final PublishedCase.Printed printed : curve.printed()) {
                    rows.add(row(name, curve, printed, printed.quantity().of(profile)));
                }
            }
        }
        return rows;
    }

    private static FidelityRow row(final String figure, final PublishedCase curve, final PublishedCase.Printed printed, final double computed) {
        final String words = printed.words().replace('-', '−');
        final boolean agrees = FidelityRow.verdict(words, computed) == FidelityRow.Verdict.AGREES;
        return FidelityRow.of("Kim and Li", "Fig. " + figure, printed.quantity().words() + ", " + curve.label(), words, computed,
            printed.quantity().decimals(), agrees ? "" : String.format(Locale.ROOT, "%+.4f with the paper's own constants; it does not say how finely it "
                + "solved, and an independent integration gives the value computed here", computed - printed.value()));
    }
}
