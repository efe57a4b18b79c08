/**
 * One subvolume followed from a reference into a deformed scan: splines, shape functions, inverse-compositional
 * Gauss–Newton. Grids, scans and files do not belong here. Read
 * {@link operando.motion.subvolume.SubvolumeMatcher} first.
 * It has more than twenty classes because what one subvolume needs, grey values, splines, shapes, steps and the error of what they find, is one class each.
 */
package operando.motion.subvolume;
