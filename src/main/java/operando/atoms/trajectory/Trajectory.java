package operando.atoms.trajectory;

import java.util.Optional;

import operando.atoms.frame.AtomFrame;
import operando.cell.InputException;

/** Frames one after the other, in the order of time; read once, by one thread. */
public interface Trajectory extends AutoCloseable {

    /**
     * The next frame; nothing behind the last.
     *
     * @throws InputException if it is cut short, or is not a frame of the same atoms
     */
    Optional<AtomFrame> next();

    @Override
    void close();
}
