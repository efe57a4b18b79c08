package operando.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import operando.cell.Side;
import operando.report.plot.Movie;
import operando.report.plot.NumberText;
import operando.report.plot.Palette;
import operando.report.plot.Picture;
import operando.results.Results;

/** The contact maps of the series, top beside bottom, one after the other in an animated GIF. */
final class ContactMovie {

    private static final int EDGE = 360;
    private static final int HEADER = 24;
    private static final int GAP = 12;
    private static final int HUNDREDTHS_A_FRAME = 40;

    private final Results results;
    private final int[] rows;

    ContactMovie(final Results results) {
        this.results = results;
        rows = IntStream.range(0, results.series().size()).filter(row -> Stream.of(Side.values())
            .allMatch(side -> Files.isRegularFile(results.files().contactPicture(side, results.series().scan(row))))).toArray();
    }

    /** Whether there are two maps to follow one another. */
    boolean applies() {
        return rows.length > 1;
    }

    void write(final Path file) {
        Movie.write(rows.length, number -> frame(rows[number]), HUNDREDTHS_A_FRAME, file);
    }

    private BufferedImage frame(final int row) {
        final int width = 2 * EDGE + 3 * GAP;
        final BufferedImage frame = new BufferedImage(width, EDGE + HEADER + GAP, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = frame.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, frame.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        for (final Side side : Side.values()) {
            final int x = GAP + side.ordinal() * (EDGE + GAP);
            final Optional<BufferedImage> map = Picture.read(results.files().contactPicture(side, results.series().scan(row)));
            map.ifPresent(picture -> {
                final double scale = Math.min((double) EDGE / picture.getWidth(), (double) EDGE / picture.getHeight());
                graphics.drawImage(picture, x, HEADER, (int) (scale * picture.getWidth()), (int) (scale * picture.getHeight()), null);
                graphics.setColor(new Color(0x888888));
                graphics.drawRect(x, HEADER, (int) (scale * picture.getWidth()), (int) (scale * picture.getHeight()));
            });
            graphics.setColor(Palette.INK);
            graphics.drawString(side.key() + ", " + NumberText.text(results.series().timesH()[row]) + " h (" + results.series().scan(row) + ")", x, 17);
        }
        graphics.dispose();
        return frame;
    }
}
