/**
 * The Fiji commands: one small SciJava command a menu entry, whose {@code @Parameter} fields are the single definition
 * of dialog, macro options and recording; and {@link operando.command.CommandPlugIn}, which runs them in ImageJ. A
 * command holds inputs, one call into a room, and the showing of results; no arithmetic. Everything may be used from
 * here and only the command line, for macros, uses it. It has more than twenty classes because each entry of the menu is one. A new command is one class and one line in {@code plugins.config}; read
 * {@link operando.command.CommandPlugIn} first.
 */
package operando.command;
