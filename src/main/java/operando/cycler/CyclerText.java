package operando.cycler;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a text file as text: UTF-8 or UTF-16 where they are that, else windows-1252, as EC-Lab writes. */
final class CyclerText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CyclerText() {
    }

    static String decode(final byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 4 && bytes[1] == 0 && bytes[3] == 0) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[2] == 0) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        return utf8OrWindows(bytes);
    }

    // Nearly every file; decoding it as UTF-8 would take four times its size meanwhile.
    private static boolean isAscii(final byte[] bytes) {
        for (final byte value : bytes) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }

    private static String utf8OrWindows(final byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        try {
            final CharBuffer text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes));
            return text.length() > 0 && text.charAt(0) == '\ufeff' ? text.subSequence(1, text.length()).toString()
                : text.toString();
        } catch (final CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }
}
