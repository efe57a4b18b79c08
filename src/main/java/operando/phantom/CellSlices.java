package operando.phantom;

import java.util.ArrayList;
import java.util.List;

import operando.cell.Phase;
import operando.cell.Side;

/**
 * Noiseless slices of a {@link CellShape}: each voxel is the mean over its sub-columns of the layered grey profile, blurred
 * and averaged along the stack axis in closed form, so that an interface leaves the share of grey that its place inside
 * the voxel asks for. Slices are independent of each other.
 */
final class CellSlices {

    private static final Phase[] LAYERS = {Phase.COLLECTOR, Phase.LITHIUM, Phase.VOID, Phase.INTERPHASE,
        Phase.ELECTROLYTE, Phase.INTERPHASE, Phase.VOID, Phase.LITHIUM, Phase.COLLECTOR};
    private static final int INTO_ELECTROLYTE = 3;
    private static final int OUT_OF_ELECTROLYTE = 4;

    private final CellShape shape;
    private final PhantomSettings settings;
    private final LateralBlur blur;
    private final BlurredEdge edge;
    private final int subColumns;
    private final int fullWidth;
    private final int fullHeight;
    /** The height of each of the eight edges between layers, in voxels; infinite outside the cell. */
    private final float[][] edges = new float[LAYERS.length - 1][];
    private final float[] lowest = new float[LAYERS.length - 1];
    private final float[] highest = new float[LAYERS.length - 1];
    private final float[] outsideShare;
    private final List<List<Pore>> poresBySlice;

    CellSlices(final CellShape shape) {
        this.shape = shape;
        settings = shape.settings();
        final double sigma = settings.picture().blurUm();
        blur = new LateralBlur(sigma / settings.voxelSize().xUm(), sigma / settings.voxelSize().yUm());
        edge = new BlurredEdge(sigma / settings.voxelSize().zUm());
        subColumns = settings.picture().subColumns();
        fullWidth = settings.width() + 2 * blur.rimX();
        fullHeight = settings.height() + 2 * blur.rimY();
        outsideShare = new float[fullWidth * fullHeight];
        mapEdges(new ColumnMaps(shape, places(fullWidth, blur.rimX(), settings.voxelSize().xUm()),
            places(fullHeight, blur.rimY(), settings.voxelSize().yUm())));
        poresBySlice = movedPores();
    }

    /** Grey levels of one slice, without noise. */
    float[] slice(final int z) {
        final float[] grey = new float[fullWidth * fullHeight];
        final float[] electrolyte = new float[grey.length];
        float grounds = level(LAYERS[0]);
        float fullElectrolyte = 0;
        for (int i = 0; i < edges.length; i++) {
            final float step = level(LAYERS[i + 1]) - level(LAYERS[i]);
            final float electrolyteStep = i == INTO_ELECTROLYTE ? 1 : i == OUT_OF_ELECTROLYTE ? -1 : 0;
            if (z + 0.5 - highest[i] >= edge.reach()) {
                grounds += step;
                fullElectrolyte += electrolyteStep;
            } else if (z + 0.5 - lowest[i] > -edge.reach()) {
                addEdge(edges[i], z, step, grey, electrolyteStep, electrolyte);
            }
        }
        final float outside = (float) settings.picture().outside();
        for (int i = 0; i < grey.length; i++) {
            grey[i] += grounds * (1 - outsideShare[i]) + outside * outsideShare[i];
            electrolyte[i] += fullElectrolyte * (1 - outsideShare[i]);
        }
        for (final Pore pore : poresBySlice.get(z)) {
            addPore(pore, z, grey, electrolyte);
        }
        addGrains(z, grey, electrolyte);
        return blur.blur(grey, settings.width(), settings.height());
    }

    /** The phase that fills the middle of each voxel of one slice, as labels. */
    void labels(final int z, final byte[] labels) {
        for (int y = 0; y < settings.height(); y++) {
            for (int x = 0; x < settings.width(); x++) {
                final int column = ((y + blur.rimY()) * subColumns + subColumns / 2) * fullWidth * subColumns
                    + (x + blur.rimX()) * subColumns + subColumns / 2;
                int layer = 0;
                while (layer < edges.length && z + 0.5 >= edges[layer][column]) {
                    layer++;
                }
                final boolean outside = edges[0][column] == Float.POSITIVE_INFINITY;
                labels[y * settings.width() + x] = (outside ? Phase.OUTSIDE : LAYERS[layer]).label();
            }
        }
        for (final Pore pore : poresBySlice.get(z)) {
            labelPore(pore, z, labels);
        }
    }

    private float level(final Phase phase) {
        return (float) (settings.picture().grey(phase) / settings.picture().countsPerLevel());
    }

    private double[] places(final int voxels, final int rim, final double voxelUm) {
        final double[] places = new double[voxels * subColumns];
        for (int i = 0; i < places.length; i++) {
            places[i] = ((i + 0.5) / subColumns - rim) * voxelUm;
        }
        return places;
    }

    private void mapEdges(final ColumnMaps maps) {
        final int columns = maps.width() * maps.height();
        for (int i = 0; i < edges.length; i++) {
            edges[i] = new float[columns];
            lowest[i] = Float.POSITIVE_INFINITY;
            highest[i] = Float.NEGATIVE_INFINITY;
        }
        final double[] heights = new double[edges.length];
        for (int column = 0; column < columns; column++) {
            if (maps.inside(column)) {
                heightsUm(maps, column, heights);
                for (int i = 0; i < edges.length; i++) {
                    final float height = (float) (heights[i] / settings.voxelSize().zUm());
                    edges[i][column] = height;
                    lowest[i] = Math.min(lowest[i], height);
                    highest[i] = Math.max(highest[i], height);
                }
            } else {
                outsideShare[voxelOf(column)] += 1f / (subColumns * subColumns);
                for (final float[] heightMap : edges) {
                    heightMap[column] = Float.POSITIVE_INFINITY;
                }
            }
        }
    }

    private void heightsUm(final ColumnMaps maps, final int column, final double[] heights) {
        final double tilt = shape.tiltUm(maps.xUm(column), maps.yUm(column));
        heights[0] = shape.collectorUm(Side.TOP) + tilt;
        heights[1] = maps.lithiumEndUm(Side.TOP, column);
        heights[2] = maps.interfaceUm(Side.TOP, column);
        heights[3] = heights[2] + maps.interphaseUm(Side.TOP, column);
        heights[5] = maps.interfaceUm(Side.BOTTOM, column);
        heights[4] = heights[5] - maps.interphaseUm(Side.BOTTOM, column);
        heights[6] = maps.lithiumEndUm(Side.BOTTOM, column);
        heights[7] = shape.collectorUm(Side.BOTTOM) + tilt;
    }

    private int voxelOf(final int column) {
        final int columnsAcross = fullWidth * subColumns;
        return column / columnsAcross / subColumns * fullWidth + column % columnsAcross / subColumns;
    }

    private void addEdge(final float[] heights, final int z, final float step, final float[] grey,
        final float electrolyteStep, final float[] electrolyte) {
        final float weight = 1f / (subColumns * subColumns);
        int column = 0;
        for (int subY = 0; subY < fullHeight * subColumns; subY++) {
            int voxel = subY / subColumns * fullWidth;
            for (int x = 0; x < fullWidth; x++, voxel++) {
                float share = 0;
                for (int sub = 0; sub < subColumns; sub++) {
                    share += edge.share(z + 0.5 - heights[column++]);
                }
                grey[voxel] += step * weight * share;
                electrolyte[voxel] += electrolyteStep * weight * share;
            }
        }
    }

    private void addPore(final Pore pore, final int z, final float[] grey, final float[] electrolyte) {
        final double dx = settings.voxelSize().xUm() / subColumns;
        final double dy = settings.voxelSize().yUm() / subColumns;
        final double dz = settings.voxelSize().zUm();
        final float step = level(Phase.PORE) - level(Phase.ELECTROLYTE);
        final float weight = 1f / (subColumns * subColumns);
        final int toY = last(pore.yUm() + pore.radiusUm(), dy, blur.rimY(), fullHeight);
        final int toX = last(pore.xUm() + pore.radiusUm(), dx, blur.rimX(), fullWidth);
        for (int y = first(pore.yUm() - pore.radiusUm(), dy, blur.rimY()); y <= toY; y++) {
            for (int x = first(pore.xUm() - pore.radiusUm(), dx, blur.rimX()); x <= toX; x++) {
                final double half = halfChordUm(pore, (x + 0.5) * dx - blur.rimX() * dx * subColumns,
                    (y + 0.5) * dy - blur.rimY() * dy * subColumns);
                final boolean inside = edges[0][y * fullWidth * subColumns + x] != Float.POSITIVE_INFINITY;
                if (half > 0 && inside) {
                    final float share = weight * (edge.share(z + 0.5 - (pore.zUm() - half) / dz)
                        - edge.share(z + 0.5 - (pore.zUm() + half) / dz));
                    final int voxel = y / subColumns * fullWidth + x / subColumns;
                    grey[voxel] += step * share;
                    electrolyte[voxel] -= share;
                }
            }
        }
    }

    private void labelPore(final Pore pore, final int z, final byte[] labels) {
        final double depth = Math.abs((z + 0.5) * settings.voxelSize().zUm() - pore.zUm());
        for (int i = 0; i < labels.length; i++) {
            final double x = (i % settings.width() + 0.5) * settings.voxelSize().xUm();
            final double y = (i / settings.width() + 0.5) * settings.voxelSize().yUm();
            if (labels[i] == Phase.ELECTROLYTE.label() && depth < halfChordUm(pore, x, y)) {
                labels[i] = Phase.PORE.label();
            }
        }
    }

    private int first(final double fromUm, final double stepUm, final int rim) {
        return Math.max(0, (int) Math.floor(fromUm / stepUm) + rim * subColumns);
    }

    private int last(final double toUm, final double stepUm, final int rim, final int voxels) {
        return Math.min(voxels * subColumns - 1, (int) Math.floor(toUm / stepUm) + rim * subColumns);
    }

    private static double halfChordUm(final Pore pore, final double xUm, final double yUm) {
        final double dx = xUm - pore.xUm();
        final double dy = yUm - pore.yUm();
        return Math.sqrt(Math.max(0, pore.radiusUm() * pore.radiusUm() - dx * dx - dy * dy));
    }

    private void addGrains(final int z, final float[] grey, final float[] electrolyte) {
        final double amplitude = settings.picture().grains();
        if (amplitude == 0) {
            return;
        }
        final PelletMotion motion = shape.motion();
        final GrainTexture grains = shape.anatomy().grains();
        final double zUm = (z + 0.5) * settings.voxelSize().zUm();
        for (int i = 0; i < grey.length; i++) {
            if (electrolyte[i] > 0) {
                final double x = (i % fullWidth + 0.5 - blur.rimX()) * settings.voxelSize().xUm();
                final double y = (i / fullWidth + 0.5 - blur.rimY()) * settings.voxelSize().yUm();
                grey[i] += (float) (amplitude * electrolyte[i]
                    * grains.at(motion.referenceX(x), motion.referenceY(y), motion.referenceZ(x, y, zUm)));
            }
        }
    }

    private List<List<Pore>> movedPores() {
        final List<List<Pore>> bySlice = new ArrayList<>();
        for (int z = 0; z < settings.depth(); z++) {
            bySlice.add(new ArrayList<>());
        }
        final PelletMotion motion = shape.motion();
        for (final Pore pore : shape.anatomy().pores()) {
            final double x = motion.movedX(pore.xUm());
            final double y = motion.movedY(pore.yUm());
            final Pore moved = new Pore(x, y, motion.movedZ(x, y, pore.zUm()), pore.radiusUm());
            final double dz = settings.voxelSize().zUm();
            final int from = (int) Math.floor((moved.zUm() - pore.radiusUm()) / dz - edge.reach());
            final int to = (int) Math.ceil((moved.zUm() + pore.radiusUm()) / dz + edge.reach());
            for (int z = Math.max(0, from); z < Math.min(settings.depth(), to); z++) {
                bySlice.get(z).add(moved);
            }
        }
        return bySlice;
    }
}
