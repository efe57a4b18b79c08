/**
 * What is in the picture: phases, sides, thresholds, voxel size, physical constants, what a number is and how good it is, and the one
 * exception for bad input. The words that every other package shares; it uses none of them. Read {@link operando.cell.Phase} first.
 * A new piece belongs here only if two rooms need it and it is a noun of the science.
 */
package operando.cell;
