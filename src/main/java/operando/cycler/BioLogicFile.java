package operando.cycler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import operando.cell.InputException;

/**
 * A Bio-Logic .mpr file: modules one after the other, of which the settings name the technique and the data hold the
 * readings. A module is the word MODULE, a short and a long name, lengths, version, date, and its bytes; EC-Lab 11.50
 * added two fields to that heading, which a length of all ones announces.
 */
final class BioLogicFile {

    private static final String MAGIC = "BIO-LOGIC MODULAR FILE";

    private static final int MAGIC_BYTES = 52;

    private static final byte[] MODULE = "MODULE".getBytes(StandardCharsets.US_ASCII);

    private static final int SHORT_NAME = 10;

    private static final int NAMES = 35;

    private static final int OLD_HEADING = 51;

    private static final int NEW_HEADING = 59;

    private static final int REFERENCE_AT = 0x215;

    private final String file;

    private final ByteBuffer bytes;

    BioLogicFile(final String file, final byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static boolean looksLikeOne(final byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }

    private record Module(String name, int version, int start, int length) {
    }

    /** @throws InputException if the file is cut, of a technique that is no cycling, or has columns that hide others */
    CyclingRecord record(final CyclerFacts facts) {
        int technique = -1;
        Optional<String> reference = Optional.empty();
        Module data = null;
        int at = MAGIC_BYTES;
        while (data == null && at < bytes.limit()) {
            final Module module = module(at);
            if (module.name.equals("VMP Set") && module.length > 0) {
                technique = bytes.get(module.start) & 0xff;
                reference = referenceElectrode(module);
            } else if (module.name.equals("VMP data")) {
                data = module;
            }
            at = module.start + module.length;
        }
        final Optional<Technique> refused = Technique.numbered(technique);
        if (refused.isPresent()) {
            throw refused.get().refused(file);
        }
        if (data == null) {
            throw new InputException(file, "has no readings in it", "give the .mpr file of a measurement that has begun");
        }
        final ByteBuffer content = bytes.slice(data.start, data.length).order(ByteOrder.LITTLE_ENDIAN);
        return new BioLogicData(file, content, data.version, technique).record(facts, reference);
    }

    // A byte with the length of the name, and the name; "(unspecified)" where the user chose none.
    private Optional<String> referenceElectrode(final Module settings) {
        final int at = settings.start + REFERENCE_AT;
        final int length = settings.length > REFERENCE_AT ? bytes.get(at) & 0xff : 0;
        if (length == 0 || REFERENCE_AT + 1 + length > settings.length) {
            return Optional.empty();
        }
        final byte[] name = new byte[length];
        bytes.get(at + 1, name);
        return CyclerFacts.namedElectrode(new String(name, StandardCharsets.ISO_8859_1));
    }

    private Module module(final int at) {
        if (at + MODULE.length + NEW_HEADING > bytes.limit()) {
            throw cut();
        }
        final byte[] heading = new byte[MODULE.length + NAMES];
        bytes.get(at, heading);
        if (!Arrays.equals(heading, 0, MODULE.length, MODULE, 0, MODULE.length)) {
            throw new InputException(file, "has no module at byte " + at, "copy it again from the cycler's computer");
        }
        final String name = new String(heading, MODULE.length, SHORT_NAME, StandardCharsets.US_ASCII).strip();
        final int fields = at + heading.length;
        final boolean isNew = bytes.getInt(fields) == -1;
        final int length = bytes.getInt(isNew ? fields + 4 : fields);
        final int version = isNew ? bytes.getInt(fields + 8) + bytes.getInt(fields + 12) : bytes.getInt(fields + 4);
        final int start = at + MODULE.length + (isNew ? NEW_HEADING : OLD_HEADING);
        if (length < 0 || length > bytes.limit() - start) {
            throw cut();
        }
        return new Module(name, version, start, length);
    }

    private InputException cut() {
        return new InputException(file, "is cut off after " + bytes.limit() + " bytes",
            "copy it again from the cycler's computer");
    }
}
