package operando.experiment;

/**
 * The two lengths of the column sweep (Lewis et al., Segmentation Analysis).
 *
 * @param lookAhead    n, voxels whose mean decides whether a phase ends; 3 to 5
 * @param contactDepth d, voxels of lithium nearest the electrolyte that must hold no void; 5
 */
public record SweepChoice(int lookAhead, int contactDepth) {

    public static SweepChoice defaults() {
        return new SweepChoice(4, 5);
    }
}
