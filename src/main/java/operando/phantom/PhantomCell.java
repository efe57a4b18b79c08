package operando.phantom;

/**
 * What is in the synthetic cell at the start and how it answers to charge. Contact losses are shares of the contact
 * there would be otherwise, in the mean over seeds.
 *
 * @param collectorShare            part of the stack's depth that each current collector fills at the start
 * @param lithiumShare              part of the stack's depth that each lithium electrode fills at the start
 * @param roughnessUm               root mean square height of each interface, µm
 * @param tiltX                     slope of the whole stack along x (µm per µm)
 * @param tiltY                     slope of the whole stack along y (µm per µm)
 * @param voidRadiusUm              mean radius of a full-grown void, µm
 * @param voidThicknessUm           mean height in the middle of a full-grown void, µm
 * @param initialLoss               contact missing at the start, each side
 * @param strippingLossTop          contact lost when TOP is stripped for one half cycle
 * @param strippingLossBottom       contact lost when BOTTOM is stripped for one half cycle
 * @param reductionLoss             contact lost to voids that form when a side is reduced for one half cycle
 * @param interphaseUm              mean thickness of each interphase at the start, µm
 * @param interphaseGrowthUmPerMAh  growth by reduction, µm per mAh cm⁻²
 * @param interphaseChemicalUm      growth by chemical reaction on both sides, µm per square root of an hour
 * @param interphaseSwelling        part of the growth that pushes the interface towards the lithium; the rest moves the
 *                                  front into the electrolyte
 * @param poreShare                 part of the electrolyte's volume that is pores
 * @param poreRadiusUm              mean radius of a pore, µm
 * @param pelletShare               how far the middle of the pellet moves towards the side that lost more lithium, as a
 *                                  part of the difference in lithium lost
 * @param pelletRimShare            how far its corner moves, as a part of how far its middle moves
 * @param pelletStretch             relative change of the pellet's axial displacement from its middle to the stack's end
 * @param pelletSqueezeUmPerMAh     how far its corner moves inwards, µm per mAh cm⁻² passed in either direction
 * @param round                     whether the cell is a cylinder with an outside around it, or fills the field of view
 */
public record PhantomCell(double collectorShare, double lithiumShare, double roughnessUm, double tiltX, double tiltY,
                          double voidRadiusUm, double voidThicknessUm, double initialLoss, double strippingLossTop,
                          double strippingLossBottom, double reductionLoss, double interphaseUm,
                          double interphaseGrowthUmPerMAh, double interphaseChemicalUm, double interphaseSwelling,
                          double poreShare, double poreRadiusUm, double pelletShare, double pelletRimShare,
                          double pelletStretch, double pelletSqueezeUmPerMAh, boolean round) {

    public PhantomCell {
        Range.check("collectorShare", collectorShare, 0, 0.3);
        Range.check("lithiumShare", lithiumShare, 0.02, 0.4);
        Range.check("roughnessUm", roughnessUm, 0, 50);
        Range.check("tiltX", tiltX, -0.3, 0.3);
        Range.check("tiltY", tiltY, -0.3, 0.3);
        Range.check("voidRadiusUm", voidRadiusUm, 0.1, 500);
        Range.check("voidThicknessUm", voidThicknessUm, 0.1, 100);
        Range.check("initialLoss", initialLoss, 0, 0.9);
        Range.check("strippingLossTop", strippingLossTop, 0, 0.9);
        Range.check("strippingLossBottom", strippingLossBottom, 0, 0.9);
        Range.check("reductionLoss", reductionLoss, 0, 0.9);
        Range.check("interphaseUm", interphaseUm, 0, 200);
        Range.check("interphaseGrowthUmPerMAh", interphaseGrowthUmPerMAh, 0, 50);
        Range.check("interphaseChemicalUm", interphaseChemicalUm, 0, 50);
        Range.check("interphaseSwelling", interphaseSwelling, 0, 1);
        Range.check("poreShare", poreShare, 0, 0.15);
        Range.check("poreRadiusUm", poreRadiusUm, 0.1, 100);
        Range.check("pelletShare", pelletShare, 0, 1);
        Range.check("pelletRimShare", pelletRimShare, 0, 1);
        Range.check("pelletStretch", pelletStretch, -0.5, 0.5);
        Range.check("pelletSqueezeUmPerMAh", pelletSqueezeUmPerMAh, -5, 5);
    }

    /**
     * A cell in the manner of Lewis et al.: contact at BOTTOM falls by about a tenth while it is reduced and by about
     * half when it is stripped afterwards, contact at TOP changes little.
     */
    public static PhantomCell defaults() {
        return new PhantomCell(0.08, 0.2, 2.5, 0.008, -0.005, 14, 7, 0.15, 0.05, 0.5, 0.09, 5, 2.5, 0.6, 0.2, 0.01, 6,
            0.45, 0.3, 0.1, 0.15, false);
    }

    /** The same cell as a cylinder that stands free in the field of view. */
    public PhantomCell asCylinder() {
        return new PhantomCell(collectorShare, lithiumShare, roughnessUm, tiltX, tiltY, voidRadiusUm, voidThicknessUm,
            initialLoss, strippingLossTop, strippingLossBottom, reductionLoss, interphaseUm, interphaseGrowthUmPerMAh,
            interphaseChemicalUm, interphaseSwelling, poreShare, poreRadiusUm, pelletShare, pelletRimShare,
            pelletStretch, pelletSqueezeUmPerMAh, true);
    }

    /** The same cell in a stack that leans: slopes of all its layers along x and y, µm per µm. */
    public PhantomCell leaning(final double slopeX, final double slopeY) {
        return new PhantomCell(collectorShare, lithiumShare, roughnessUm, slopeX, slopeY, voidRadiusUm, voidThicknessUm,
            initialLoss, strippingLossTop, strippingLossBottom, reductionLoss, interphaseUm, interphaseGrowthUmPerMAh,
            interphaseChemicalUm, interphaseSwelling, poreShare, poreRadiusUm, pelletShare, pelletRimShare,
            pelletStretch, pelletSqueezeUmPerMAh, round);
    }

    /** The same cell with flat level interfaces, no voids and no pores, for closed forms. */
    public PhantomCell plain() {
        return new PhantomCell(collectorShare, lithiumShare, 0, 0, 0, voidRadiusUm, voidThicknessUm, 0, 0, 0, 0,
            interphaseUm, interphaseGrowthUmPerMAh, interphaseChemicalUm, interphaseSwelling, 0, poreRadiusUm,
            pelletShare, 1, 0, 0, round);
    }
}
