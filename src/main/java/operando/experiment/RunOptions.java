package operando.experiment;

import operando.cell.InputException;

/**
 * How a run is done; nothing here changes a result.
 *
 * @param resume      take scans that an earlier run into the same folder finished
 * @param memoryBytes what the run may need at most; a larger need is refused before anything is computed
 */
public record RunOptions(boolean resume, long memoryBytes) {

    public RunOptions {
        if (memoryBytes < 1) {
            throw new InputException("--memory", memoryBytes + " bytes", "give a size such as 4g");
        }
    }

    public static RunOptions defaults() {
        return new RunOptions(false, Runtime.getRuntime().maxMemory());
    }
}
