/**
 * Synthetic cells whose truth is known in continuous geometry: settings, shapes over time, scans rendered slice by
 * slice, series written to disk. It uses {@code cell}, {@code engine}, {@code scan}, {@code cycler} and {@code voltage};
 * a new thing that happens in a cell goes into {@link operando.phantom.CellShape} (and its truth into
 * {@link operando.phantom.PhantomTruth}), a new flaw of the imaging into {@link operando.phantom.PhantomScan}. It has
 * more than twenty classes because every thing in the cell and every flaw of the picture is one; nothing else uses them. Read
 * {@link operando.phantom.Phantom} first.
 */
package operando.phantom;
