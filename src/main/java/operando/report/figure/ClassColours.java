package operando.report.figure;

import java.awt.Color;
import java.util.List;

import operando.report.plot.Palette;

/** The colours of classes of atoms, the same in every figure. */
final class ClassColours {

    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.ORANGE, Palette.GREEN, Palette.RED, Palette.PURPLE, Palette.SKY, new Color(0x999933), new Color(0x882255));

    private ClassColours() {
    }

    static Color of(final int number) {
        return COLOURS.get(number % COLOURS.size());
    }
}
