/**
 * How material points move from one scan to another: digital volume correlation of two scans, rigid alignment, strain.
 * It uses {@code cell}, {@code engine} and {@code scan}; tracking of interfaces from labels belongs in {@code measure},
 * drawing in {@code report}. It has more than twenty classes because the steps from a start to a believed displacement are one
 * class each, all about the points of one grid; the matching of one subvolume has its own room. Read
 * {@link operando.motion.subvolume.SubvolumeMatcher} first, then {@link operando.motion.BlockCorrelation}.
 */
package operando.motion;
