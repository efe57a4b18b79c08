/**
 * Trajectories as a stream of frames: extended XYZ and LAMMPS dumps, as text or gzipped, one frame in memory at a time.
 * Uses {@code atoms.frame}, {@code cell} and {@code engine}. Another format is a class that implements
 * {@link operando.atoms.trajectory.Trajectory} and a line in {@link operando.atoms.trajectory.TrajectoryFile}.
 */
package operando.atoms.trajectory;
