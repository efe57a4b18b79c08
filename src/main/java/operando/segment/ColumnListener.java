package operando.segment;

/** Is told by {@link ElectrodeSweep} what became of each column. Heights are voxels along the sweep. */
interface ColumnListener {

    /**
     * The column went through lithium into interphase and electrolyte.
     *
     * @param lithiumFrom  first voxel of lithium
     * @param lithiumTo    first voxel after it
     * @param interphaseTo first voxel of electrolyte; the stack's depth if none was met
     * @param lastVoid     the voxel of void grey nearest the electrolyte; −1 if there is none
     */
    void arrived(GreyColumn column, int lithiumFrom, int lithiumTo, int interphaseTo, int lastVoid);

    /** The column met interphase or electrolyte, at {@code height}, without lithium before it. */
    void withoutLithium(GreyColumn column, int height);

    /** The stack ended before the column met interphase or electrolyte. */
    void noInterface(GreyColumn column, int lithiumFrom, boolean lithium);
}
