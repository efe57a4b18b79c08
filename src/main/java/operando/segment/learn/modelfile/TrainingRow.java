package operando.segment.learn.modelfile;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import weka.core.DenseInstance;
import weka.core.Instance;

/**
 * A row whose text does not depend on the machine's language. Weka starts the random numbers of each tree from the text of a
 * row, with the digits and the minus sign of the language and the name of the class; the same labels would grow another forest
 * in Cairo or Stockholm, or with a class renamed.
 */
final class TrainingRow extends DenseInstance {

    private static final long serialVersionUID = 1L;

    TrainingRow(final double weight, final double[] values) {
        super(weight, values);
    }

    private TrainingRow(final Instance other) {
        super(other);
    }

    @Override
    public Object copy() {
        final TrainingRow copy = new TrainingRow(this);
        copy.m_Dataset = m_Dataset;
        return copy;
    }

    /** As Weka writes it where the language is English, with the number of a class for its name. */
    @Override
    public String toStringNoWeight(final int digits) {
        final DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < m_AttValues.length; i++) {
            text.append(i == 0 ? "" : ",");
            if (isMissing(i)) {
                text.append('?');
            } else {
                text.append(format.format(value(i)));
            }
        }
        return text.toString();
    }

    /** Classifiers that save their rows are to be read by any Weka. */
    private Object writeReplace() {
        final DenseInstance plain = new DenseInstance(this);
        plain.setDataset(m_Dataset);
        return plain;
    }
}
