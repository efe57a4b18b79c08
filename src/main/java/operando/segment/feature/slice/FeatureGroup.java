package operando.segment.feature.slice;

/** Groups of 2-D features that Trainable Weka Segmentation switches on and off together. */
public enum FeatureGroup {

    /** Smoothed grey value. */
    GAUSSIAN_BLUR("Gaussian_blur", true),
    /** Magnitude of the gradient of the smoothed grey value. */
    SOBEL_FILTER("Sobel_filter", true),
    /** Second derivatives of the smoothed grey value and eight numbers made of them. */
    HESSIAN("Hessian", true),
    /** Differences between smoothed grey values. */
    DIFFERENCE_OF_GAUSSIANS("Difference_of_gaussians", true),
    /** Responses to line segments in ten directions, summarised. */
    MEMBRANE_PROJECTIONS("Membrane_projections", true),
    /** Variance in a disc. */
    VARIANCE("Variance", false),
    /** Mean of a disc. */
    MEAN("Mean", false),
    /** Least value in a disc. */
    MINIMUM("Minimum", false),
    /** Greatest value in a disc. */
    MAXIMUM("Maximum", false),
    /** Median of a disc. */
    MEDIAN("Median", false),
    /** Higher derivatives across both axes. */
    DERIVATIVES("Derivatives", false),
    /** Sum of the second derivatives. */
    LAPLACIAN("Laplacian", false),
    /** Eigenvalues of the structure tensor. */
    STRUCTURE("Structure", false),
    /** Grey value smoothed along edges and not across them. */
    ANISOTROPIC_DIFFUSION("Anisotropic_diffusion", false),
    /** Means weighted by nearness in place and grey. */
    BILATERAL("Bilateral", false),
    /** Means along the most even line. */
    KUWAHARA("Kuwahara", false),
    /** Entropy in a circle. */
    ENTROPY("Entropy", false),
    /** Depth below covers of limited slope. */
    LIPSCHITZ("Lipschitz", false),
    /** Responses to waves in ten directions, the greatest and the least. */
    GABOR("Gabor", false),
    /** Grey values at eight neighbours. */
    NEIGHBORS("Neighbors", false),
    /** Grey values of the eight pixels around, which only programs that call Trainable Weka Segmentation can switch on. */
    ORIGINAL_NEIGHBORS("original_neighbor", false);

    private final String title;
    private final boolean usual;

    FeatureGroup(final String title, final boolean usual) {
        this.title = title;
        this.usual = usual;
    }

    /** What names of its features begin with. */
    public String title() {
        return title;
    }

    /** Whether it is on unless the user says otherwise. */
    public boolean isUsual() {
        return usual;
    }
}
