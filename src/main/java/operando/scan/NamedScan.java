package operando.scan;

/** A scan under another name, where scans from different folders may have the same. */
public final class NamedScan extends ScanView {

    private final String name;

    /** @param name for messages */
    public NamedScan(final Scan scan, final String name) {
        super(scan);
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ScanSource source() {
        final String given = name;
        return scan().source().seen(stored -> new NamedScan(stored, given));
    }

    @Override
    public void readBlock(final int x, final int y, final int z, final int width, final int height, final int depth, final float[] grey) {
        scan().readBlock(x, y, z, width, height, depth, grey);
    }
}
