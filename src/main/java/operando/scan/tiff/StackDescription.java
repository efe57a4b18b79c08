package operando.scan.tiff;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the text in a TIFF file's ImageDescription says of the stack: the lines of ImageJ ({@code key=value}) or the
 * attributes of the first {@code Pixels} element of OME-XML, or tifffile's note that slices have no directory.
 */
final class StackDescription {

    // What tifffile writes of a series with one directory whose other slices follow the first one.
    private static final Pattern TRUNCATED_SERIES = Pattern.compile("^\\{.*\"truncated\": *true");
    private static final Pattern SHAPE = Pattern.compile("\"shape\": *\\[([0-9, ]+)]");

    private final Map<String, String> imageJ;
    private final Map<String, String> ome;

    private StackDescription(final Map<String, String> imageJ, final Map<String, String> ome) {
        this.imageJ = imageJ;
        this.ome = ome;
    }

    static StackDescription of(final String text) {
        if (text.startsWith("ImageJ=")) {
            return new StackDescription(lines(text), Map.of());
        }
        if (text.contains("<OME") || text.contains(":OME")) {
            return new StackDescription(Map.of(), pixelsElement(text));
        }
        if (TRUNCATED_SERIES.matcher(text).find()) {
            return new StackDescription(Map.of("images", String.valueOf(imagesInShape(text))), Map.of());
        }
        return new StackDescription(Map.of(), Map.of());
    }

    // The shape is a list with the slice's height and width at its end.
    private static long imagesInShape(final String text) {
        final Matcher shape = SHAPE.matcher(text);
        if (!shape.find()) {
            return 1;
        }
        final String[] lengths = shape.group(1).split(",");
        double images = 1;
        for (int i = 0; i < lengths.length - 2; i++) {
            images *= number(lengths[i].strip(), 1);
        }
        return (long) images;
    }

    private static Map<String, String> lines(final String text) {
        final Map<String, String> values = new LinkedHashMap<>();
        for (final String line : text.split("\\R")) {
            final int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals).strip(), unescaped(line.substring(equals + 1).strip()));
            }
        }
        return values;
    }

    // ImageJ writes what is not ASCII as in Java source, for example \u00B5m.
    private static String unescaped(final String value) {
        final StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            if (value.startsWith("\\u", at) && value.length() >= at + 6
                && value.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                text.append((char) Integer.parseInt(value.substring(at + 2, at + 6), 16));
                at += 6;
            } else {
                text.append(value.charAt(at++));
            }
        }
        return text.toString();
    }

    private static Map<String, String> pixelsElement(final String xml) {
        final XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        final Map<String, String> values = new LinkedHashMap<>();
        try {
            final XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.strip()));
            while (values.isEmpty() && reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Pixels")) {
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        values.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                }
            }
        } catch (final XMLStreamException e) {
            // A description that is no XML describes nothing; the pixels do not depend on it.
            return Map.of();
        }
        return values;
    }

    /** Whether ImageJ shows the stored values on another, straight scale. */
    public boolean isCalibrated() {
        return (greyOffset() != 0 || greySlope() != 1) && number(imageJ("cf"), 0) == 0;
    }

    public double greyOffset() {
        return number(imageJ("c0"), 0);
    }

    public double greySlope() {
        return number(imageJ("c1"), 1);
    }

    /** An ImageJ value, or an empty text. */
    String imageJ(final String key) {
        return imageJ.getOrDefault(key, "");
    }

    /** An attribute of the OME {@code Pixels} element, or an empty text. */
    String ome(final String key) {
        return ome.getOrDefault(key, "");
    }

    /** How many images ImageJ says the file holds; 1 if it says nothing. */
    long images() {
        return Math.max(1, (long) number(imageJ("images"), 1));
    }

    long channels() {
        return (long) Math.max(number(imageJ("channels"), 1), number(ome("SizeC"), 1));
    }

    long frames() {
        return (long) Math.max(number(imageJ("frames"), 1), number(ome("SizeT"), 1));
    }

    /** Hours from one time point to the next, if it says them. */
    OptionalDouble hoursBetweenFrames() {
        final boolean isOme = !ome.isEmpty();
        final double hours = isOme ? number(ome("TimeIncrement"), 0) * hours(ome.getOrDefault("TimeIncrementUnit", "s"))
            : number(imageJ("finterval"), 0) * hours(imageJ.getOrDefault("tunit", "s"));
        return hours > 0 && Double.isFinite(hours) ? OptionalDouble.of(hours) : OptionalDouble.empty();
    }

    private static double hours(final String unit) {
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "d", "day", "days" -> 24;
            case "h", "hr", "hour", "hours" -> 1;
            case "min", "minute", "minutes" -> 1 / 60.0;
            case "s", "sec", "second", "seconds" -> 1 / 3600.0;
            case "ms", "msec", "millisecond", "milliseconds" -> 1 / 3.6e6;
            default -> 0;
        };
    }

    /** Whether the slices of one time point lie one behind the other; otherwise the time points of one slice do. */
    boolean slicesBeforeFrames() {
        final String order = ome("DimensionOrder");
        return order.indexOf('Z') <= order.indexOf('T');
    }

    long slices() {
        return (long) Math.max(number(imageJ("slices"), 1), number(ome("SizeZ"), 1));
    }

    /** The number that {@code text} is, or {@code otherwise}. */
    static double number(final String text, final double otherwise) {
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (final NumberFormatException e) {
            return otherwise;
        }
    }
}
