package operando.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Something that takes input from outside. */
interface Subject {

    /** One word for the table. */
    String name();

    /**
     * Makes a hostile input from the random numbers alone, so that its seed brings it back.
     *
     * @param folder where its files go; empty
     * @return what {@link #read} is given
     */
    Path make(Random random, Path folder) throws IOException;

    /** How long an input may take, s; more than ten where it is a whole run, whose time without damage is of that size on a busy machine. */
    default int limitSeconds() {
        return 10;
    }

    /** Reads the input as the product does; an InputException is a refusal, anything else that is thrown a fault. */
    void read(Path input) throws Exception;
}
