package operando.cycler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import operando.cell.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The potential of one electrode is never silently taken for the voltage of the cell. */
class UncertainVoltageTest {

    private static final CyclerFacts AREA = new CyclerFacts(OptionalDouble.of(1), Optional.empty());

    private static final CyclerFacts STATED = new CyclerFacts(OptionalDouble.of(1), Optional.of("Ewe/V"));

    private final Path shared = Path.of(System.getProperty("operando.shared", "../shared"), "data");

    @TempDir
    Path folder;

    /** An .mpr file of chronopotentiometry with two readings of the flags, time, Ewe 1.5 V, I 2 mA and one more column. */
    private Path mpr(final int lastColumn, final float last, final String reference, final int technique) throws IOException {
        final ByteBuffer settings = ByteBuffer.allocate(0x300).order(ByteOrder.LITTLE_ENDIAN);
        settings.put(0, (byte) technique).put(0x215, (byte) reference.length()).put(0x216, reference.getBytes(StandardCharsets.US_ASCII));
        final int[] ids = lastColumn == 0 ? new int[] {1, 4, 6, 8} : new int[] {1, 4, 6, 8, lastColumn};
        final int reading = lastColumn == 0 ? 17 : 21;
        final ByteBuffer data = ByteBuffer.allocate(406 + 2 * reading).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(2).put((byte) ids.length);
        for (final int id : ids) {
            data.putShort((short) id);
        }
        for (int i = 0; i < 2; i++) {
            data.position(406 + i * reading);
            data.put((byte) 1).putDouble(3600 * i).putFloat(1.5f).putFloat(2);
            if (lastColumn != 0) {
                data.putFloat(last);
            }
        }
        final ByteBuffer file = ByteBuffer.allocate(52 + 2 * 57 + settings.capacity() + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("BIO-LOGIC MODULAR FILE".getBytes(StandardCharsets.US_ASCII)).position(52);
        module(file, "VMP Set   ", 10, settings);
        module(file, "VMP data  ", 3, data);
        return Files.write(folder.resolve("made.mpr"), file.array());
    }

    private static void module(final ByteBuffer file, final String name, final int version, final ByteBuffer content) {
        file.put("MODULE".getBytes(StandardCharsets.US_ASCII)).put(name.getBytes(StandardCharsets.US_ASCII)).put(new byte[25]);
        file.putInt(content.capacity()).putInt(version).put(new byte[8]).put(content.array());
    }

    private static String refused(final Path file, final CyclerFacts facts) {
        final String message = assertThrows(InputException.class, () -> CyclerFile.read(file, facts)).getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }

    @Test
    void theCounterElectrodesPotentialIsFoundUnderEachOfItsNumbers() throws IOException {
        for (final int number : new int[] {9, 265, 185, 441, 215, 471}) {
            assertEquals(1.25, CyclerFile.read(mpr(number, 0.25f, "(unspecified)", 0x19), AREA).voltageV(0), 1e-6, "column " + number);
        }
    }

    @Test
    void oneElectrodeAgainstANamedReferenceIsNoCellVoltageUnlessStated() throws IOException {
        final Path named = mpr(0, 0, "SCE Saturated Calomel Electrode", 0x19);
        final String message = refused(named, AREA);
        assertTrue(message.contains("SCE") && message.contains("voltage: Ewe/V"), message);
        final CyclingRecord stated = CyclerFile.read(named, STATED);
        assertEquals(1.5, stated.voltageV(0), 1e-6);
        assertTrue(stated.notes().get(0).contains("as stated"));
        final Path text = Files.writeString(folder.resolve("named.mpt"), "EC-Lab ASCII FILE\nReference electrode : Li/Li+ (0.0 V)\n\n"
            + "mode\ttime/s\tEwe/V\tI/mA\n1\t0\t1.5\t2\n1\t1\t1.5\t2\n");
        assertTrue(refused(text, AREA).contains("Li/Li+"));
        assertEquals(1.5, CyclerFile.read(text, STATED).voltageV(0));
    }

    @Test
    void anUnknownColumnMayBeTheOtherElectrode() throws IOException {
        final Path unknown = mpr(201, 0.25f, "(unspecified)", 0x19);
        assertTrue(refused(unknown, AREA).contains("201"));
        assertEquals(1.5, CyclerFile.read(unknown, STATED).voltageV(0), 1e-6);
    }

    @Test
    void twoElectrodesWithoutAReferenceGiveTheCellsVoltageWithANote() throws IOException {
        final CyclingRecord record = CyclerFile.read(mpr(0, 0, "(unspecified)", 0x19), AREA);
        assertEquals(1.5, record.voltageV(1), 1e-6);
        assertTrue(record.notes().get(0).contains("working electrode's potential"));
        // A battery capacity determination measures the cell itself.
        assertTrue(CyclerFile.read(mpr(0, 0, "SCE", 0x88), AREA).notes().get(0).contains("Ecell/V"));
    }

    @Test
    void aStatedColumnMustBeThereAndTwinsAreRefused() throws IOException {
        final Path csv = Files.writeString(folder.resolve("two.csv"), "time_h,voltage_V,Ewe/V,current_density_mA_cm2\n0,1,2,0\n1,1,2,0\n");
        assertEquals(1, CyclerFile.read(csv, AREA).voltageV(0));
        assertEquals(2, CyclerFile.read(csv, STATED).voltageV(0));
        assertTrue(refused(csv, new CyclerFacts(OptionalDouble.empty(), Optional.of("Ecell/V"))).contains("voltage_V, Ewe/V"));
        final Path twins = Files.writeString(folder.resolve("twins.csv"), "time_h,voltage_V,voltage_V,current_density_mA_cm2\n0,1,2,0\n1,1,2,0\n");
        assertTrue(refused(twins, AREA).contains("two columns"));
    }

    @Test
    void theRunWhoseVoltageWasReadFiveVoltsTooHigh() {
        assumeTrue(Files.isDirectory(shared.resolve("hostile/mpr-pair")), "skipped: real cycler files are not beside this project");
        final CyclingRecord binary = CyclerFile.read(shared.resolve("hostile/mpr-pair/cp.mpr"), AREA);
        final CyclingRecord text = CyclerFile.read(shared.resolve("hostile/mpr-pair/cp.mpt"), AREA);
        // The text prints times to 1e-6 s, potentials to 1e-7 V, currents to 1e-7 mA.
        assertArrayEquals(text.timesH(), binary.timesH(), 1e-9);
        assertArrayEquals(text.voltagesV(), binary.voltagesV(), 1e-6);
        assertArrayEquals(text.currentDensitiesMAPerCm2(), binary.currentDensitiesMAPerCm2(), 1e-5);
    }
}
