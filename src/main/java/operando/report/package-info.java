/**
 * Figures (PNG and SVG) and the self-contained HTML report of a run; views of numbers that other rooms found. It may use
 * every room except {@code experiment}, {@code command} and {@code cli}: it reads results and knows nothing of a run. It has
 * more than twenty classes because every page that a command writes, and every folder of files beside it, is one. A new figure is one more {@link operando.report.plot.Figure} in the
 * list of {@link operando.report.Report}; read that class first.
 */
package operando.report;
