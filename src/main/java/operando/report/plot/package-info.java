/**
 * How a figure is drawn, whatever it shows: lines on axes, colours, scale bars, numbers as text, PNG and SVG files. It
 * knows no result. Read {@link operando.report.plot.LinePlot} first.
 */
package operando.report.plot;
