/**
 * How material points move from one scan to another: digital volume correlation of two scans, rigid alignment, strain.
 * It uses {@code cell}, {@code engine} and {@code scan}; tracking of interfaces from labels belongs in {@code measure},
 * drawing in {@code report}. Read {@link operando.motion.subvolume.SubvolumeMatcher} first.
 */
package operando.motion;
