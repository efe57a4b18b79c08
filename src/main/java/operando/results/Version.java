package operando.results;

/** The version of this software, which goes into every result. */
public final class Version {

    /** Results of another version are computed anew when a run is resumed. */
    public static final String NUMBER = "0.1.0";

    private Version() {
    }
}
