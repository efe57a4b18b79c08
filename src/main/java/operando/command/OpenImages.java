package operando.command;

import ij.ImagePlus;
import operando.cell.InputException;

/** Finds open images by their titles. */
final class OpenImages {

    private OpenImages() {
    }

    /** @throws InputException if no image of this title is open */
    static ImagePlus titled(final String command, final String title) {
        final ImagePlus image = title == null || title.isBlank() ? null : TimePoints.titled(title.strip());
        if (image == null) {
            throw new InputException(command, title == null || title.isBlank() ? "an image is missing" : "no image '" + title + "' is open",
                "open the stack first and give its title");
        }
        return image;
    }
}
