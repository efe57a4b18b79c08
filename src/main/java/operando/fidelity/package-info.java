/**
 * What the papers print beside what this program computes, for every figure that can be computed without their data. It
 * uses the rooms of the science and is used by the command line only. A source is one class that lists its figures; no
 * formula of a model belongs here, only the settings that a paper states. Read {@link operando.fidelity.FidelityPage} first.
 */
package operando.fidelity;
