package operando.potential;

/**
 * How electrons with holes and Li⁺ share the current; the two add up to 1. Either may be 10⁻⁴⁰ of the other, so neither is
 * taken as what the other leaves.
 *
 * @param electronic i_e/j = 1 − t
 * @param ionic      i_Li/j = t
 */
record CurrentShares(double electronic, double ionic) {

    static final CurrentShares ONLY_IONS = new CurrentShares(0, 1);

    static final CurrentShares EQUAL = new CurrentShares(0.5, 0.5);

    static final CurrentShares ONLY_ELECTRONS = new CurrentShares(1, 0);

    /** The ways to share a current, each with the one size from which both shares follow without cancellation. */
    enum Kind {
        /** Electrons flow against the current: their share is minus the size. */
        ELECTRONS_AGAINST(false),
        /** The size, at most a half, is the electrons' share. */
        FEW_ELECTRONS(true),
        /** The size, at most a half, is the ions' share. */
        FEW_IONS(false),
        /** Ions flow against the current: their share is minus the size. */
        IONS_AGAINST(true);

        private final boolean moreElectrons;

        Kind(final boolean moreElectrons) {
            this.moreElectrons = moreElectrons;
        }

        CurrentShares of(final double size) {
            return switch (this) {
                case ELECTRONS_AGAINST -> new CurrentShares(-size, 1 + size);
                case FEW_ELECTRONS -> new CurrentShares(size, 1 - size);
                case FEW_IONS -> new CurrentShares(1 - size, size);
                case IONS_AGAINST -> new CurrentShares(1 + size, -size);
            };
        }

        /** 1 if the electrons' share grows with the size, else −1. */
        int sign() {
            return moreElectrons ? 1 : -1;
        }

        boolean isBounded() {
            return this == FEW_ELECTRONS || this == FEW_IONS;
        }
    }
}
