package operando.potential.design;

import java.util.List;

import operando.potential.Excursion;
import operando.potential.PotentialJump;
import operando.potential.PotentialProfile;
import operando.potential.VulnerableFraction;

/**
 * What a map shows of one design.
 *
 * @param transferenceNumber      t
 * @param overshootExposure       share of the thickness exposed to overshoot, 0 to 1
 * @param undershootExposure      share of the thickness exposed to undershoot, 0 to 1
 * @param overshootEv             by how much μ exceeds both boundary potentials, eV
 * @param undershootEv            by how much μ falls below both, eV
 * @param jumpNearestCathode      x/L of the first crossing of B in a jump; not a number where there is none
 * @param jumpNearestAnode        x/L of the last one; not a number where there is none
 */
public record DesignPoint(double transferenceNumber, double overshootExposure, double undershootExposure,
                          double overshootEv, double undershootEv, double jumpNearestCathode, double jumpNearestAnode) {

    /**
     * @param marginEv how near to an electrode's potential counts as exposed, eV
     * @throws operando.cell.InputException if the margin is not positive
     */
    public static DesignPoint of(final PotentialProfile profile, final double marginEv) {
        final List<PotentialJump> jumps = PotentialJump.of(profile).stream()
            .filter(PotentialJump::atLeastConducting).toList();
        final VulnerableFraction exposure = VulnerableFraction.of(profile, marginEv);
        return new DesignPoint(profile.transferenceNumber(), exposure.overshootShare(), exposure.undershootShare(),
            Excursion.overshoot(profile).amountEv(), Excursion.undershoot(profile).amountEv(),
            jumps.isEmpty() ? Double.NaN : jumps.get(0).position(),
            jumps.isEmpty() ? Double.NaN : jumps.get(jumps.size() - 1).position());
    }
}
