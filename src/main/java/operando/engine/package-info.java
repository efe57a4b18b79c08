/**
 * Where work is computed and how it is watched: engines that do the tasks of a job, this machine's cores or others, progress and
 * cancelling, files that are whole or not there. It uses only {@code cell}; no science belongs in it. Another kind of engine is
 * a class that implements {@link operando.engine.Engine}; read that first.
 */
package operando.engine;
