/**
 * Numerics on regular grids that several sciences share: columns of cells with graded heights, geometric multigrid,
 * conjugate gradients. A ground room: it uses only {@code cell} and {@code engine}, knows no unit, no image and no battery;
 * what the numbers mean belongs to the room that asks. Read {@link operando.grid.ColumnConduction} first.
 */
package operando.grid;
