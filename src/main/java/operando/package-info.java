/**
 * The door of the house for scripts and programs: {@link operando.Operando} opens scans or takes images of ImgLib2, segments, measures, follows
 * displacements and predicts voltages, in five lines of Java, Groovy or Python.
 *
 * <p>Stable since 0.2.0: the public classes of this package, and the public members of what their methods take and give: {@code Scan},
 * {@code PixelType}, {@code StackAxis}, {@code VoxelSize}, {@code Phase}, {@code Side}, {@code Thresholds}, {@code Measured}, {@code Quantity}, {@code InputException},
 * {@code SweepSettings}, {@code ScanMeasures}, {@code SideMeasures}, {@code CorrelationSettings}, {@code PointStatus}, {@code CellState},
 * {@code CellVoltage} and {@code LumpedParameters}. A change that breaks them is named in the changelog and comes with a new second number of the
 * version. All else is public only for the rooms behind this door and changes without notice.
 *
 * <p>This package uses the rooms and no room uses it. No algorithm belongs here: only what a script would otherwise have to put together.
 */
package operando;
