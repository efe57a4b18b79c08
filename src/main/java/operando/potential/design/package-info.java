/**
 * Stacks and sweeps of designs as a user describes them in {@code layers.yml}, and maps of what they give. Read
 * {@link operando.potential.design.LayersFile} first. The solution of one stack does not belong here.
 */
package operando.potential.design;
