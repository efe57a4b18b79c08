/**
 * A campaign of hostile inputs: whatever comes from outside (stacks, training data, models, cycler files, experiment and
 * layers files, records of earlier runs, any grey values) is read or refused in one line, within ten seconds and a small
 * heap. One {@link operando.fuzz.Subject} a reader; a new reader gets one more, listed in {@link operando.fuzz.Campaign}.
 * What a campaign finds becomes an ordinary test beside the reader. Read {@link operando.fuzz.Campaign} first.
 */
package operando.fuzz;
