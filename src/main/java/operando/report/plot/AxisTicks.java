package operando.report.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;

/** Ticks at 1, 2 and 5 times a power of ten, all of an axis with as many decimals as their distance has, and with the minus sign of {@link NumberText}. */
final class AxisTicks implements TickUnitSource {

    private static final int MOST_DECIMALS = 9;

    private final NumberTickUnitSource places = new NumberTickUnitSource();

    @Override
    public TickUnit getLargerTickUnit(final TickUnit unit) {
        return named(places.getLargerTickUnit(unit));
    }

    @Override
    public TickUnit getCeilingTickUnit(final TickUnit unit) {
        return named(places.getCeilingTickUnit(unit));
    }

    @Override
    public TickUnit getCeilingTickUnit(final double size) {
        return named(places.getCeilingTickUnit(size));
    }

    private static TickUnit named(final TickUnit unit) {
        final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        symbols.setExponentSeparator(" × 10^");
        final int decimals = (int) Math.max(0, -Math.floor(Math.log10(unit.getSize()) + 1e-9));
        final DecimalFormat format = new DecimalFormat(decimals > MOST_DECIMALS || unit.getSize() >= 1e6 ? "0.##E0" : "0", symbols);
        if (decimals <= MOST_DECIMALS) {
            format.setMinimumFractionDigits(unit.getSize() >= 1e6 ? 0 : decimals);
        }
        return new NumberTickUnit(unit.getSize(), format, 2);
    }
}
