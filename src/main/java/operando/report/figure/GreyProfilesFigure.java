package operando.report.figure;

import java.awt.Graphics2D;
import java.util.List;

import operando.cell.Quantity;
import operando.cell.Side;
import operando.report.plot.Figure;
import operando.report.plot.LinePlot;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.results.GreyProfile;
import operando.results.Results;
import operando.series.TimeSeries;

/** Grey values across each interface before and after a void has formed (Lewis et al., Fig. S5). */
public record GreyProfilesFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "grey-profiles";
    }

    @Override
    public String title() {
        return "Grey values across the interfaces";
    }

    @Override
    public String caption() {
        final StringBuilder text = new StringBuilder("Grey values along the stack axis where the void of the cross-section grew most, mean of 3 × 3 columns, before and after;"
            + " heights are from the electrolyte's surface, the electrode at the left. Dashed: thresholds of the later scan. A void is darker than lithium.");
        for (final Side side : Side.values()) {
            of(side).stream().findFirst().ifPresent(profile -> text.append(" At the ").append(side.key()).append(": x ").append(NumberText.text(profile.xUm()))
                .append(" µm, y ").append(NumberText.text(profile.yUm())).append(" µm."));
        }
        return text.toString();
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return !results.section().profiles().isEmpty();
    }

    @Override
    public int width() {
        return 860;
    }

    @Override
    public int height() {
        return 400;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        for (final Side side : Side.values()) {
            final List<GreyProfile> profiles = of(side);
            if (!profiles.isEmpty()) {
                final LinePlot plot = new LinePlot("height above electrolyte's surface / µm", "grey value at " + side.key());
                for (int i = 0; i < profiles.size(); i++) {
                    plot.series(0, time(profiles.get(i)), profiles.get(i).heightUm(), profiles.get(i).grey(), i == 0 ? Palette.INK : Palette.RED,
                        i == 0 ? LinePlot.Look.CIRCLES : LinePlot.Look.SQUARES);
                }
                level(plot, profiles.get(profiles.size() - 1), Quantity.THRESHOLD_VOID, "void");
                level(plot, profiles.get(profiles.size() - 1), Quantity.THRESHOLD_LITHIUM, "lithium");
                plot.draw(graphics, side == Side.TOP ? 0 : width() / 2, 0, width() / 2, height());
            }
        }
    }

    private void level(final LinePlot plot, final GreyProfile profile, final Quantity threshold, final String name) {
        final double value = results.series().value(row(profile), threshold);
        if (Double.isFinite(value)) {
            plot.level(value, name);
        }
    }

    private int row(final GreyProfile profile) {
        final TimeSeries series = results.series();
        int row = 0;
        while (!series.scan(row).equals(profile.scan())) {
            row++;
        }
        return row;
    }

    private String time(final GreyProfile profile) {
        return NumberText.text(results.series().timesH()[row(profile)]) + " h";
    }

    private List<GreyProfile> of(final Side side) {
        return results.section().profiles().stream().filter(profile -> profile.side() == side).toList();
    }
}
