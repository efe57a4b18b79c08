package operando.segment.learn.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import weka.core.DenseInstance;
import weka.core.Instances;

class TrainingRowTest {

    private final TrainingRows rows = new TrainingRows(new ModelHeader("voxels", List.of("grey", "depth", "slope"), List.of("void", "current collector")),
        new float[][] {{-1234567.891f, 0.1234565f, Float.NaN}, {0, -0.0000004f, 1e-9f}, {1e9f, 12, 0.5f}}, new int[] {1, 0, 1});

    @Test
    void theTextIsThatOfWekaInEnglishButForTheNameOfTheClass() {
        final DecimalFormatSymbols here = DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT));
        assumeTrue(here.getZeroDigit() == '0' && here.getMinusSign() == '-', "Weka writes numbers with the digits of this machine's language");
        final Random random = new Random(11);
        for (int trial = 0; trial < 3000; trial++) {
            final Instances data = rows.instances();
            final int row = trial % 3;
            data.instance(row).setValue(trial % 2, (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(16) - 8));
            final DenseInstance plain = new DenseInstance(data.instance(row));
            plain.setDataset(data);
            assertEquals(plain.toStringNoWeight().replaceFirst("[^,]*$", row == 1 ? "0" : "1"), data.instance(row).toStringNoWeight());
        }
    }

    @Test
    void aSavedRowIsOneThatAnyWekaReads() throws IOException, ClassNotFoundException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(rows.instances());
        }
        final Instances read = (Instances) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertSame(DenseInstance.class, read.instance(2).getClass());
        for (int row = 0; row < read.size(); row++) {
            assertArrayEquals(rows.instances().instance(row).toDoubleArray(), read.instance(row).toDoubleArray());
        }
        assertEquals(rows.instances().attribute(3).toString(), read.attribute(3).toString());
    }
}
