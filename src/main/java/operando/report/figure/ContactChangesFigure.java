package operando.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.Side;
import operando.measure.ContactChange;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.Picture;
import operando.report.plot.ScaleBar;
import operando.results.ContactChangeFiles;
import operando.results.ResultFiles;
import operando.results.Results;
import operando.series.HalfCycleBalance;

/** Where contact was gained, lost and kept over each half cycle and over the whole series (Lewis et al., Fig. S10). */
public record ContactChangesFigure(Results results) implements Figure {

    private static final int MARGIN = 14;
    private static final int PANEL = 260;
    private static final int GAP = 18;
    private static final int HEADER = 44;
    private static final int FOOTER = 34;
    private static final int MOST_HALF_CYCLES = 3;
    private static final int NARROWEST = 640;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final List<String> NAMES = List.of("without contact", "kept", "gained", "lost");

    /** A span of time and its maps. */
    private record Span(String name, String note, Path top, Path bottom) {

        private Path map(final Side side) {
            return side == Side.TOP ? top : bottom;
        }
    }

    @Override
    public String id() {
        return "contact-changes";
    }

    @Override
    public String title() {
        return "Contact gained, lost and kept";
    }

    @Override
    public String caption() {
        return "Pixels of both interfaces that gained, lost and kept their contact from the first to the last scan inside a half cycle, and from the first scan to the"
            + " last; upper row: top, lower row: bottom. Below each map: contact gained and lost, in percent of the contact at first. The maps from each scan to the"
            + " next are in the folder contact_changes.";
    }

    /** Whether there is anything to show. */
    public static boolean applies(final Results results) {
        return !new ContactChangesFigure(results).spans().isEmpty();
    }

    @Override
    public int width() {
        return Math.max(NARROWEST, 2 * MARGIN + spans().size() * (PANEL + GAP) - GAP);
    }

    @Override
    public int height() {
        return HEADER + 2 * (panelHeight() + FOOTER) + 34;
    }

    @Override
    public void draw(final Graphics2D graphics) {
        final List<Span> spans = spans();
        for (int i = 0; i < spans.size(); i++) {
            final int x = MARGIN + i * (PANEL + GAP);
            text(graphics, BOLD, spans.get(i).name, x, 17);
            text(graphics, PLAIN, spans.get(i).note, x, 34);
            for (final Side side : Side.values()) {
                drawPanel(graphics, spans.get(i).map(side), x, HEADER + side.ordinal() * (panelHeight() + FOOTER));
            }
        }
        legend(graphics);
    }

    private void drawPanel(final Graphics2D graphics, final Path map, final int x, final int y) {
        final Optional<BufferedImage> picture = Picture.read(ResultFiles.pictureOf(map));
        picture.ifPresent(image -> graphics.drawImage(Picture.atMost(image, 2 * PANEL), x, y, PANEL, panelHeight(), null));
        graphics.setColor(new Color(0x888888));
        graphics.drawRect(x, y, PANEL, panelHeight());
        ContactChangeFiles.counts(map).ifPresent(counts -> {
            final double before = counts[ContactChange.KEPT] + counts[ContactChange.LOST];
            text(graphics, PLAIN, "+" + NumberText.text(100 * counts[ContactChange.GAINED] / before) + " %   −"
                + NumberText.text(100 * counts[ContactChange.LOST] / before) + " %", x, y + panelHeight() + 17);
        });
    }

    private void legend(final Graphics2D graphics) {
        final int y = height() - 12;
        int x = MARGIN + PANEL + GAP;
        for (byte code = 3; code >= 0; code--) {
            graphics.setColor(new Color(ContactChangeFiles.colour(code)));
            graphics.fillRect(x, y - 12, 14, 14);
            graphics.setColor(new Color(0x888888));
            graphics.drawRect(x, y - 12, 14, 14);
            text(graphics, PLAIN, NAMES.get(code), x + 20, y);
            x += 36 + graphics.getFontMetrics().stringWidth(NAMES.get(code));
        }
        first().ifPresent(image -> ScaleBar.draw(graphics, MARGIN, y, PANEL / 2.0, image.getWidth() * results.voxelSize().xUm() / PANEL));
    }

    private static void text(final Graphics2D graphics, final Font font, final String text, final int x, final int y) {
        graphics.setColor(Palette.INK);
        graphics.setFont(font);
        graphics.drawString(text, x, y);
    }

    private List<Span> spans() {
        final ResultFiles files = results.files();
        final List<Span> spans = new ArrayList<>();
        for (final HalfCycleBalance half : results.halfCycles()) {
            if (spans.size() < MOST_HALF_CYCLES) {
                add(spans, new Span("half cycle " + half.number(), "stripping at " + half.strippedSide().key(), files.contactChange(Side.TOP, half.number()),
                    files.contactChange(Side.BOTTOM, half.number())));
            }
        }
        final double[] times = results.series().timesH();
        add(spans, new Span("first scan to last", NumberText.text(times[0]) + " to " + NumberText.text(times[times.length - 1]) + " h",
            files.contactChange(Side.TOP), files.contactChange(Side.BOTTOM)));
        return spans;
    }

    private static void add(final List<Span> spans, final Span span) {
        if (Picture.read(ResultFiles.pictureOf(span.top)).isPresent() || Picture.read(ResultFiles.pictureOf(span.bottom)).isPresent()) {
            spans.add(span);
        }
    }

    private Optional<BufferedImage> first() {
        return spans().stream().flatMap(span -> Picture.read(ResultFiles.pictureOf(span.top)).or(() -> Picture.read(ResultFiles.pictureOf(span.bottom))).stream()).findFirst();
    }

    private int panelHeight() {
        return first().map(image -> (int) Math.round(Math.min(2.0, image.getHeight() * results.voxelSize().yUm()
            / (image.getWidth() * results.voxelSize().xUm())) * PANEL)).orElse(PANEL);
    }
}
