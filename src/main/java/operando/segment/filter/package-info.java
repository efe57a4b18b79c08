/**
 * Flaws of the imaging taken out of a scan before it is segmented: noise, rings, shading. Uses {@code cell}, {@code engine},
 * {@code scan} and the grey values of the phases from {@code segment}. A new filter is a class that measures its flaw, says how strong
 * it is, and takes it away slice by slice; what decides on phases does not belong here. Off unless a user asks. Read
 * {@link operando.segment.filter.ScanFilters} first.
 */
package operando.segment.filter;
