/**
 * An experiment from its description in experiment.yml to its results folder: scan by scan, then the series, then the
 * voltage; what is finished is not computed again. It uses every room of science and none of {@code report},
 * {@code command} and {@code cli}. A new number per scan goes into {@code TimeSeries}; a new key of experiment.yml
 * into {@code ExperimentFile}. Read {@link operando.experiment.Experiment} first.
 */
package operando.experiment;
