/**
 * Breathing and memory of an interface (Bae): what a contact series does over a cycle, and how the interphase grows. It uses
 * {@code cell}, {@code engine} and {@code series}; files and pictures do not belong here. Read
 * {@link operando.breathing.BreathingDescriptors} first.
 */
package operando.breathing;
