package operando.command;

import org.scijava.command.Command;

/** A command that is run on every time point of the image, one after the other; what it makes is shown as one time series. */
interface EachTimePoint extends Command {
}
