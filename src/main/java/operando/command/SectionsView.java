package operando.command;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;

import javax.swing.JComponent;

import operando.cell.Phase;
import operando.cell.Side;
import operando.cell.VoxelSize;
import operando.scan.PixelType;
import operando.scan.Scan;
import operando.setup.PhasePreview;
import operando.setup.PhasePreview.Histogram;
import operando.setup.PhasePreview.Phases;

/**
 * Three orthogonal sections of a scan with its phases laid over them half transparently, and both contact maps. A click in one
 * section moves the two others there.
 */
final class SectionsView extends JComponent {

    private static final long serialVersionUID = 1L;
    private static final int GAP = 10;
    private static final int TITLE = 16;
    private static final double OPACITY = 0.42;

    /** A plane through the scan, by its axes across and down. */
    private enum Plane {
        XZ("x-z"), YZ("y-z"), XY("x-y");

        private final String title;

        Plane(final String title) {
            this.title = title;
        }
    }

    private transient Scan scan;
    private transient Histogram histogram;
    private transient Optional<Phases> phases = Optional.empty();
    private final int[] at = new int[3];
    private final Rectangle[] places = {new Rectangle(), new Rectangle(), new Rectangle()};
    private boolean overlay = true;

    SectionsView() {
        setPreferredSize(new Dimension(560, 460));
        final MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(final MouseEvent event) {
                goTo(event.getX(), event.getY());
            }

            @Override
            public void mouseDragged(final MouseEvent event) {
                goTo(event.getX(), event.getY());
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    void show(final PhasePreview preview, final Histogram greys, final Optional<Phases> found) {
        final Scan columns = preview.columns();
        if (scan == null || scan.width() != columns.width() || scan.height() != columns.height() || scan.depth() != columns.depth()) {
            at[0] = columns.width() / 2;
            at[1] = columns.height() / 2;
            at[2] = columns.depth() / 2;
        }
        scan = columns;
        histogram = greys;
        phases = found;
        repaint();
    }

    void showOverlay(final boolean shown) {
        overlay = shown;
        repaint();
    }

    private int extent(final int axis) {
        return axis == 0 ? scan.width() : axis == 1 ? scan.height() : scan.depth();
    }

    private static int across(final Plane plane) {
        return plane == Plane.YZ ? 1 : 0;
    }

    private static int down(final Plane plane) {
        return plane == Plane.XY ? 1 : 2;
    }

    private void goTo(final int x, final int y) {
        for (final Plane plane : Plane.values()) {
            final Rectangle place = places[plane.ordinal()];
            if (scan != null && place.contains(x, y)) {
                at[across(plane)] = Math.min(extent(across(plane)) - 1, (x - place.x) * extent(across(plane)) / place.width);
                at[down(plane)] = Math.min(extent(down(plane)) - 1, (y - place.y) * extent(down(plane)) / place.height);
                repaint();
            }
        }
    }

    @Override
    protected void paintComponent(final Graphics graphics) {
        final Graphics2D to = (Graphics2D) graphics;
        to.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        if (scan == null) {
            to.setColor(getForeground());
            to.drawString("…", GAP, 2 * TITLE);
            return;
        }
        layOut();
        for (final Plane plane : Plane.values()) {
            final Rectangle place = places[plane.ordinal()];
            to.drawImage(section(plane), place.x, place.y, place.width, place.height, null);
            to.setColor(getForeground());
            to.drawString(plane.title, place.x, place.y - 4);
            to.setColor(new Color(255, 255, 255, 150));
            final int x = place.x + (2 * at[across(plane)] + 1) * place.width / (2 * extent(across(plane)));
            final int y = place.y + (2 * at[down(plane)] + 1) * place.height / (2 * extent(down(plane)));
            to.drawLine(x, place.y, x, place.y + place.height - 1);
            to.drawLine(place.x, y, place.x + place.width - 1, y);
        }
        drawLegend(to);
        final Rectangle lower = places[Plane.XY.ordinal()];
        final int side = Math.min(lower.width, (getWidth() - lower.x - lower.width - 4 * GAP) / 2);
        final int height = lower.height * side / Math.max(1, lower.width);
        drawContact(to, Side.TOP, new Rectangle(lower.x + lower.width + 2 * GAP, lower.y, side, height));
        drawContact(to, Side.BOTTOM, new Rectangle(lower.x + lower.width + 3 * GAP + side, lower.y, side, height));
    }

    /** Both sections along the stack axis above, the one across it below, all to one scale. */
    private void layOut() {
        final VoxelSize voxel = scan.voxelSize().orElse(VoxelSize.cubic(1));
        final double x = scan.width() * voxel.xUm();
        final double y = scan.height() * voxel.yUm();
        final double z = scan.depth() * voxel.zUm();
        final double scale = Math.min((getWidth() - 3.0 * GAP) / (x + y), (getHeight() - 2.0 * (TITLE + GAP)) / (z + y));
        places[0].setBounds(GAP, TITLE + 2, pixels(x, scale), pixels(z, scale));
        places[1].setBounds(2 * GAP + places[0].width, TITLE + 2, pixels(y, scale), pixels(z, scale));
        places[2].setBounds(GAP, TITLE + 2 + places[0].height + TITLE + GAP, pixels(x, scale), pixels(y, scale));
    }

    private static int pixels(final double length, final double scale) {
        return (int) Math.max(1, length * scale);
    }

    private BufferedImage section(final Plane plane) {
        final int width = extent(across(plane));
        final int height = extent(down(plane));
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final float[] grey = new float[scan.width() * scan.height()];
        final Object slice = scan.newSlice();
        final int[] voxel = at.clone();
        for (int j = 0; j < height; j++) {
            voxel[down(plane)] = j;
            if (plane != Plane.XY || j == 0) {
                scan.readSlice(voxel[2], slice);
                PixelType.toFloat(slice, 0, grey.length, grey, 0);
            }
            for (int i = 0; i < width; i++) {
                voxel[across(plane)] = i;
                final int column = voxel[1] * scan.width() + voxel[0];
                image.setRGB(i, j, mixed(grey[column], voxel[2], column));
            }
        }
        return image;
    }

    private int mixed(final float grey, final int z, final int column) {
        final double bright = Math.max(0, Math.min(255, 255 * (grey - histogram.least()) / (histogram.width() * histogram.counts().length)));
        final int level = (int) bright;
        if (!overlay || phases.isEmpty()) {
            return level << 16 | level << 8 | level;
        }
        final Phase phase = Phase.ofLabel(phases.get().labels()[z][column]);
        if (phase == Phase.OUTSIDE || phase == Phase.ELECTROLYTE || phase == Phase.COLLECTOR) {
            return level << 16 | level << 8 | level;
        }
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            rgb |= (int) ((1 - OPACITY) * level + OPACITY * (phase.rgb() >> shift & 0xff)) << shift;
        }
        return rgb;
    }

    private void drawContact(final Graphics2D to, final Side side, final Rectangle place) {
        if (phases.isEmpty() || place.width < 20) {
            return;
        }
        final BufferedImage image = new BufferedImage(scan.width(), scan.height(), BufferedImage.TYPE_INT_RGB);
        for (int column = 0; column < scan.width() * scan.height(); column++) {
            final int colour = phases.get().inContact(side, column) ? Phase.LITHIUM.rgb() : phases.get().isOutside(column) ? 0 : Phase.VOID.rgb();
            image.setRGB(column % scan.width(), column / scan.width(), colour);
        }
        to.drawImage(image, place.x, place.y, place.width, place.height, null);
        to.setColor(getForeground());
        to.drawString("contact, " + side.key(), place.x, place.y - 4);
    }

    private void drawLegend(final Graphics2D to) {
        final Rectangle beside = places[Plane.YZ.ordinal()];
        final int x = beside.x + beside.width + GAP;
        int y = beside.y + TITLE;
        for (final Phase phase : new Phase[] {Phase.LITHIUM, Phase.VOID, Phase.INTERPHASE, Phase.PORE}) {
            to.setColor(new Color(phase.rgb()));
            to.fillRect(x, y - 10, 12, 12);
            to.setColor(getForeground());
            to.drawString(phase == Phase.LITHIUM ? "lithium; below: contact" : phase == Phase.VOID ? "void; below: no contact" : phase.displayName(), x + 18, y);
            y += TITLE;
        }
    }
}
