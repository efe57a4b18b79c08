/**
 * What the potentiostat wrote down: files of cyclers read to current density, voltage, charge and half cycles. It may
 * use {@code cell} and {@code engine}. A new file format becomes one more reader behind
 * {@link operando.cycler.CyclerFile}, which fills the same readings; read that class first.
 */
package operando.cycler;
