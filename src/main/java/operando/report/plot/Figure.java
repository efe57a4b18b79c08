package operando.report.plot;

import java.awt.Graphics2D;

/** One figure of the report: drawn once as PNG and once as SVG by the same commands. */
public interface Figure {

    /** The name of its files, without ending. */
    String id();

    String title();

    /** What is seen, with its source; plain text. */
    String caption();

    /** How to read it, and what it may and may not mean: apart from what is seen. Plain text, may be empty. */
    default String reading() {
        return "";
    }

    int width();

    int height();

    void draw(Graphics2D graphics);
}
