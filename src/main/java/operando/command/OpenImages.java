package operando.command;

import java.util.Optional;

import ij.ImagePlus;
import operando.cell.InputException;

/** Finds open images by their titles. */
final class OpenImages {

    private OpenImages() {
    }

    /** @throws InputException if no image of this title is open */
    static ImagePlus titled(final String command, final String title) {
        final boolean given = title != null && !title.isBlank();
        return (given ? TimePoints.titled(title.strip()) : Optional.<ImagePlus>empty())
            .orElseThrow(() -> new InputException(command, given ? "no image '" + title + "' is open" : "an image is missing", "open the stack first and give its title"));
    }
}
