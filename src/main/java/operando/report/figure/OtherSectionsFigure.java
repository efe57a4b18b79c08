package operando.report.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.Quantity;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Picture;
import operando.results.ResultFiles;
import operando.results.Results;

/** Cross-sections at a quarter, half and three quarters of y in the scan with the most void: whether the chosen one stands for the others. */
public record OtherSectionsFigure(Results results) implements Figure {

    @Override
    public String id() {
        return "other-sections";
    }

    @Override
    public String title() {
        return "Voids in other cross-sections";
    }

    @Override
    public String caption() {
        return "Scan " + results.series().scan(scan()) + " (" + NumberText.text(results.series().timesH()[scan()]) + " h), the one with the largest void volume, cut"
            + " elsewhere; shown as above.";
    }

    @Override
    public int width() {
        return SectionStrips.WIDTH;
    }

    @Override
    public int height() {
        return strips().height();
    }

    @Override
    public void draw(final Graphics2D graphics) {
        strips().draw(graphics);
    }

    /** Whether there are other cross-sections. */
    public static boolean applies(final Results results) {
        return KeyScans.of(results).length > 0 && !new OtherSectionsFigure(results).sections().isEmpty();
    }

    private int scan() {
        final Quantity voids = VoidVolume.of(results.series()).quantity();
        final int[] rows = KeyScans.of(results);
        int most = rows[rows.length - 1];
        double largest = 0;
        for (int row = 0; row < results.series().size(); row++) {
            double both = 0;
            for (final Quantity ofSide : voids.everySide()) {
                both += Double.isFinite(results.series().value(row, ofSide)) ? results.series().value(row, ofSide) : 0;
            }
            if (both > largest) {
                largest = both;
                most = row;
            }
        }
        return most;
    }

    private SectionStrips strips() {
        return new SectionStrips(sections(), results.voxelSize());
    }

    private List<SectionStrips.Section> sections() {
        final List<SectionStrips.Section> sections = new ArrayList<>();
        final String scan = results.series().scan(scan());
        for (int quarter = 1; quarter < ResultFiles.QUARTERS; quarter++) {
            final Optional<BufferedImage> grey = Picture.read(results.files().section(scan, quarter));
            final Optional<BufferedImage> phases = Picture.read(results.files().sectionLabels(scan, quarter));
            if (grey.isPresent() && phases.isPresent()) {
                sections.add(new SectionStrips.Section(List.of("a quarter", "half", "three quarters").get(quarter - 1) + " of the way along y", grey.get(), phases.get()));
            }
        }
        return sections;
    }
}
