/**
 * The potential of neutral lithium in a separator of one or more electrolyte layers: the layers, the solution in closed
 * form and by integration, what can be read from the profile, sweeps over designs, and the figures of the paper it
 * follows (S. Y. Kim, J. Li, Electrochemical potential in multilayer solid electrolytes and mechanical implications,
 * Acta Materialia 2025, 120982). It stands alone and uses only {@code cell}, {@code engine} and {@code text}; drawing is done in
 * {@code report}. It has more than twenty classes because each reading of a profile is one. Another reading of a profile is a class of its own beside
 * {@link operando.potential.PotentialJump}; read {@link operando.potential.LayerStack} first.
 */
package operando.potential;
