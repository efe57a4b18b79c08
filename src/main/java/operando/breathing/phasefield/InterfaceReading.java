package operando.breathing.phasefield;

import java.io.Serializable;

/**
 * The interface at one time, as numbers. The overpotential is the sum of what contact everywhere would need without interphase, what the
 * interphase adds under full contact, and what the loss of contact adds to both.
 *
 * @param timeH              since the beginning, h
 * @param cycle              1 for the first
 * @param currentMAPerCm2    applied, positive while stripping
 * @param chargeMAhPerCm2    passed since the beginning; rises while stripping
 * @param contactFraction    of the plane
 * @param thicknessUm        mean of the interphase over the plane: the memory
 * @param thickestUm         its maximum
 * @param overpotentialV     of the interface
 * @param kineticV           of full contact without interphase
 * @param interphaseV        that the interphase adds
 * @param contactLossV       that the loss of contact adds
 * @param contactPressureMPa mean pressure on the contact
 */
public record InterfaceReading(double timeH, int cycle, double currentMAPerCm2, double chargeMAhPerCm2, double contactFraction, double thicknessUm, double thickestUm,
                               double overpotentialV, double kineticV, double interphaseV, double contactLossV, double contactPressureMPa) implements Serializable {
}
