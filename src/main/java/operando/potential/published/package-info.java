/**
 * The figures that Kim and Li print, as stacks to solve anew. Read
 * {@link operando.potential.published.PublishedFigure} first. Settings of a user do not belong here.
 */
package operando.potential.published;
