/**
 * The results folder of a run: every class that writes or reads a file of it, what a resumed run takes over, and from what
 * and by which version it was computed. It uses every room of science, and knows nothing of experiment.yml and of the report.
 * It has more than twenty classes because each kind of file has one. A new file of results is a path in {@link operando.results.ResultFiles} and a class that writes and reads it; a new column
 * is a {@link operando.cell.Quantity} and needs nothing here. Formulas do not belong here. Read
 * {@link operando.results.Results} first; {@link operando.results.ResultsFile} keeps it whole.
 */
package operando.results;
