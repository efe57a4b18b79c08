package operando.report.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import operando.cell.VoxelSize;
import operando.report.plot.Figure;
import operando.report.plot.NumberText;
import operando.report.plot.Picture;
import operando.results.Results;

/** The same cross-section of each interface at a few times, its voids marked on the grey values, the phases beside them (Lewis et al., Fig. 3). */
public record VoidOverlaysFigure(Results results, VoxelSize voxelSize) implements Figure {

    @Override
    public String id() {
        return "void-overlays";
    }

    @Override
    public String title() {
        return "Voids at the interfaces";
    }

    @Override
    public String caption() {
        return "One x–z cross-section at a few times, the part about the top interface and the part about the bottom interface below each other. Left: grey values,"
            + " pixels found to be interfacial voids in the colour of voids. Right: all phases. Of all cross-sections it is the one with the most voids over the"
            + " whole series.";
    }

    @Override
    public int width() {
        return SectionStrips.WIDTH;
    }

    @Override
    public int height() {
        return strips().height();
    }

    @Override
    public void draw(final Graphics2D graphics) {
        strips().draw(graphics);
    }

    private SectionStrips strips() {
        final List<SectionStrips.Section> sections = new ArrayList<>();
        for (final int row : KeyScans.of(results)) {
            final String scan = results.series().scan(row);
            final Optional<BufferedImage> grey = Picture.read(results.files().section(scan));
            final Optional<BufferedImage> phases = Picture.read(results.files().sectionLabels(scan));
            if (grey.isPresent() && phases.isPresent()) {
                sections.add(new SectionStrips.Section(NumberText.text(results.series().timesH()[row]) + " h  (" + scan + ")", grey.get(), phases.get()));
            }
        }
        return new SectionStrips(sections, voxelSize);
    }
}
