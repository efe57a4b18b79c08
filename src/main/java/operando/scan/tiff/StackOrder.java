package operando.scan.tiff;

/**
 * Which slices of a file are those of one stack.
 *
 * @param first of them in the file
 * @param count of the stack
 * @param step  from one to the next in the file
 */
record StackOrder(int first, int count, int step) {

    /** @param point the stack's number in time, from 1 */
    static StackOrder of(final StackDescription description, final int point) {
        final int slices = (int) description.slices();
        return description.slicesBeforeFrames() ? new StackOrder((point - 1) * slices, slices, 1) : new StackOrder(point - 1, slices, (int) description.frames());
    }
}
