/**
 * Where work is computed and how it is watched: this machine's cores, progress and cancelling, files that are whole or
 * not there. It uses only {@code cell}; no science belongs in it. Read {@link operando.engine.Cores} first.
 */
package operando.engine;
