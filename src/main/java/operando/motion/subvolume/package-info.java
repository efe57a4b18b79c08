/**
 * One subvolume followed from a reference into a deformed scan: splines, shape functions, inverse-compositional
 * Gauss–Newton. Grids, scans and files do not belong here. Read
 * {@link operando.motion.subvolume.SubvolumeMatcher} first.
 */
package operando.motion.subvolume;
