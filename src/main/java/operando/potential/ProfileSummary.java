package operando.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be read from a profile, as rows of a table. */
public final class ProfileSummary {

    /**
     * @param quantity what
     * @param value    its value; not a number where there is none
     * @param unit     its unit; empty for a share or a position over the thickness
     */
    public record Row(String quantity, double value, String unit) {
    }

    private final PotentialProfile profile;

    private final Optional<LatticeMismatch> mechanics;

    private final List<Row> rows = new ArrayList<>();

    private ProfileSummary(final PotentialProfile profile, final Optional<LatticeMismatch> mechanics) {
        this.profile = profile;
        this.mechanics = mechanics;
    }

    /**
     * All rows, in the order to be shown.
     *
     * @param mechanics what the stress of a jump is reckoned with; without it that is not known
     */
    public static List<Row> of(final PotentialProfile profile, final Optional<LatticeMismatch> mechanics) {
        final ProfileSummary summary = new ProfileSummary(profile, mechanics);
        summary.addCurrents();
        summary.addBoundaries();
        summary.addJumps();
        summary.addExcursion("overshoot", Excursion.overshoot(profile));
        summary.addExcursion("undershoot", Excursion.undershoot(profile));
        summary.add("pressure of lithium inside, at most", LatticeMismatch.lithiumPressureMPa(profile.points().stream()
            .mapToDouble(PotentialPoint::potentialEv).max().orElse(Double.NaN)), "MPa");
        summary.addExposure();
        summary.add("share where constant σ_Li is doubtful",
            PositionInterval.share(ValidityWarning.of(profile).stream().map(ValidityWarning::stretch).toList()), "");
        return List.copyOf(summary.rows);
    }

    private void add(final String quantity, final double value, final String unit) {
        rows.add(new Row(quantity, value, unit));
    }

    private void addCurrents() {
        add("t (share of Li⁺ in the current)", profile.transferenceNumber(), "");
        add("1 − t", profile.leakageShare(), "");
        add("leakage current density", profile.leakageCurrentMAPerCm2(), "mA cm⁻²");
        add("electron potential, anode minus cathode", profile.electronPotentialEv(1) - profile.electronPotentialEv(0), "eV");
        add("electrostatic potential, cathode minus anode", profile.electrostaticPotentialEv(0), "eV");
    }

    private void addBoundaries() {
        final List<Layer> layers = profile.stack().layers();
        final List<Double> potentials = profile.boundaryPotentialsEv();
        for (int i = 0; i < potentials.size(); i++) {
            add("μ between " + layers.get(i).name() + " and " + layers.get(i + 1).name(), potentials.get(i), "eV");
        }
    }

    private void addJumps() {
        int number = 0;
        for (final PotentialJump jump : PotentialJump.of(profile)) {
            number++;
            add("jump " + number + (jump.atLeastConducting() ? " (μ = B)" : "") + ": x/L", jump.position(), "");
            add("jump " + number + ": width/L", jump.width(), "");
            add("jump " + number + ": height", jump.heightEv(), "eV");
            if (mechanics.isPresent()) {
                add("jump " + number + ": lattice mismatch", mechanics.get().strain(jump), "");
                add("jump " + number + ": stress, unless relieved", mechanics.get().stressMPa(jump), "MPa");
            }
        }
    }

    private void addExcursion(final String name, final Excursion excursion) {
        add(name, excursion.amountEv(), "eV");
        if (excursion.amountEv() > 0) {
            add(name + ": x/L", excursion.position(), "");
            add(name + ": share of the thickness", excursion.share(), "");
        }
    }

    private void addExposure() {
        final VulnerableFraction exposure = VulnerableFraction.of(profile, VulnerableFraction.DEFAULT_MARGIN_EV);
        add("share within 0.1 eV of overshoot", exposure.overshootShare(), "");
        add("share within 0.1 eV of undershoot", exposure.undershootShare(), "");
    }
}
