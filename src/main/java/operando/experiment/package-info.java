/**
 * An experiment from its description in experiment.yml to its results: scan by scan, then the series, then the voltage;
 * what is finished is not computed again. It uses every room of science and {@code results}, and none of {@code report},
 * {@code command} and {@code cli}. A new key of experiment.yml goes into {@code ExperimentFile}. A formula belongs to
 * {@code measure}, {@code series} or {@code voltage}, a file of results to {@code results}. Read {@link operando.experiment.Experiment} first.
 */
package operando.experiment;
