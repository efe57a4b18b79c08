/**
 * The command line: one small picocli class a command, which gathers input and calls a room. No arithmetic here. It has
 * more than twenty classes because each command is one.
 * Everything may be used from here and nothing uses it. Read {@link operando.cli.Operando} first.
 */
package operando.cli;
