/**
 * From a folder of scans to an experiment.yml: what is found in it (scans, times, voxel size, stack axis, thresholds, the
 * cycler's file), what is a guess, and what is missing; and the phases that thresholds give, quickly enough to watch while they
 * change. It uses {@code cell}, {@code engine}, {@code text}, {@code scan}, {@code segment}, {@code measure}, {@code cycler} and
 * {@code experiment}; nothing here runs an experiment or draws. What else can be found goes here as one more small class, a key of
 * experiment.yml into {@code experiment}. Read {@link operando.setup.ExperimentDraft} first.
 */
package operando.setup;
