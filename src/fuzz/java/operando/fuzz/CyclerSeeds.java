package operando.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Cycler files of our own making in each layout that is read, and real ones where they are at hand. */
final class CyclerSeeds {

    private static final int READINGS = 12;

    private static final int LARGEST_REAL = 64 << 10;

    private CyclerSeeds() {
    }

    static List<byte[]> binary() throws IOException {
        final List<byte[]> seeds = new ArrayList<>(real(".mpr"));
        seeds.add(mpr(0, 1, 100, false));
        seeds.add(mpr(2, 2, 405, false));
        seeds.add(mpr(3, 2, 406, false));
        seeds.add(mpr(11, 2, 1007, true));
        return seeds;
    }

    static List<byte[]> text() throws IOException {
        final List<byte[]> seeds = new ArrayList<>(real(".mpt"));
        final StringBuilder csv = new StringBuilder("time_h,voltage_V,current_density_mA_cm2\n");
        final StringBuilder mpt = new StringBuilder("EC-Lab ASCII FILE\r\nNb header lines : 4\r\nReference electrode : (unspecified)\r\n"
            + "mode\ttime/s\tEwe/V\tEce/V\t<I>/mA\r\n");
        final StringBuilder dates = new StringBuilder("Date_Time;Voltage(V);Current(mA)\n".replace("Date_Time", "Time"));
        for (int i = 0; i < READINGS; i++) {
            csv.append(String.format(Locale.ROOT, "%.2f,%.4f,%d%n", 0.1 * i, 0.1 + 0.01 * i, i < 6 ? 1 : -1));
            mpt.append(String.format(Locale.ROOT, "1\t%.6E\t%.6E\t%.6E\t%.6E\r%n", 100.0 * i, 0.2, 0.1, i < 6 ? 1.0 : -1.0));
            dates.append(String.format(Locale.ROOT, "%02d/03/2021 10:%02d:00;%s;%d%n", 1 + i, i, "0,1" + i, i % 3));
        }
        for (final StringBuilder seed : List.of(csv, mpt, dates)) {
            seeds.add(seed.toString().getBytes(StandardCharsets.UTF_8));
        }
        seeds.add(csv.toString().getBytes(StandardCharsets.UTF_16));
        return seeds;
    }

    private static List<byte[]> real(final String ending) throws IOException {
        final Path shared = Path.of(System.getProperty("operando.shared", "../shared"), "data", "bio-logic");
        if (!Files.isDirectory(shared)) {
            return List.of();
        }
        final List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(shared)) {
            for (final Path file : files.filter(file -> file.toString().endsWith(ending)).sorted().toList()) {
                if (Files.size(file) <= LARGEST_REAL) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    private static byte[] mpr(final int version, final int idBytes, final int start, final boolean highFirst) {
        final int[] ids = {1, 131, 4, 6, 9, 8, 39};
        final int reading = 1 + 2 + 8 + 4 + 4 + 4 + 2;
        final ByteBuffer data = ByteBuffer.allocate(start + READINGS * reading).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(READINGS).put((byte) ids.length);
        for (final int id : ids) {
            if (idBytes == 1) {
                data.put((byte) id);
            } else {
                data.putShort(highFirst ? Short.reverseBytes((short) id) : (short) id);
            }
        }
        for (int i = 0; i < READINGS; i++) {
            data.position(start + i * reading);
            data.put((byte) 1).putShort((short) 0).putDouble(100.0 * i).putFloat(0.3f).putFloat(0.1f).putFloat(i < 6 ? 1 : -1).putShort((short) 9);
        }
        final ByteBuffer settings = ByteBuffer.allocate(0x300);
        settings.put(0, (byte) 4).put(0x215, (byte) 13).put(0x216, "(unspecified)".getBytes(StandardCharsets.US_ASCII));
        final ByteBuffer file = ByteBuffer.allocate(52 + 2 * 65 + settings.capacity() + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("BIO-LOGIC MODULAR FILE\u001a".getBytes(StandardCharsets.US_ASCII)).position(52);
        module(file, "VMP Set   ", version, settings.array());
        module(file, "VMP data  ", version, data.array());
        return java.util.Arrays.copyOf(file.array(), file.position());
    }

    private static void module(final ByteBuffer file, final String name, final int version, final byte[] content) {
        file.put(("MODULE" + name + " ".repeat(25)).getBytes(StandardCharsets.US_ASCII));
        if (version == 11) {
            file.putInt(-1).putInt(content.length).putInt(0).putInt(version);
        } else {
            file.putInt(content.length).putInt(version);
        }
        file.put(new byte[8]).put(content);
    }
}
