/**
 * The reduced benchmark of Bae: a full cell discharged over the simulated interface, with a cathode of a published open-circuit curve and
 * resistances in series. It uses {@code cell}, {@code engine} and the model in {@code breathing.phasefield}; files and pictures do not
 * belong here. Read {@link operando.breathing.fullcell.ReducedBenchmark} first.
 */
package operando.breathing.fullcell;
