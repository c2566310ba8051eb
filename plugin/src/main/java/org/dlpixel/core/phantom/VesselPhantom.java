package org.dlpixel.core.phantom;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.MemoryStack;

/**
 * A light-sheet stack of vessels as if recorded, with its truth and with scribbled labels.
 *
 * @param image uint16 intensities
 * @param labels sparse, uint8: 0 unlabelled, 1 background, 2 vessel; on a few slices only
 * @param truth dense, uint8: 0 background, 1 vessel, exact
 */
public record VesselPhantom(SliceSource image, SliceSource labels, SliceSource truth) {

    /** Version of the algorithm: the same settings give the same voxels within one version. */
    public static final int VERSION = 2;

    /** Makes the stack that belongs to the settings. */
    public static VesselPhantom generate(VesselPhantomSettings settings, Progress progress) {
        RandomStream random = new RandomStream(settings.seed());
        RandomStream growth = random.split();
        RandomStream matter = random.split();
        RandomStream optics = random.split();
        RandomStream noise = random.split();
        RandomStream hand = random.split();
        progress.report(0, "Vessels grow");
        Specimen specimen = Specimen.of(settings, VesselTree.grow(settings, growth));
        progress.checkCancelled();
        progress.report(0.25, "Light is emitted");
        Volume light = specimen.light(matter);
        progress.checkCancelled();
        progress.report(0.5, "Light is gathered");
        Microscope microscope = new Microscope(settings, optics);
        microscope.image(light);
        List<short[]> image = new ArrayList<>();
        List<byte[]> truth = new ArrayList<>();
        for (int z = 0; z < settings.slices(); z++) {
            progress.checkCancelled();
            image.add(microscope.expose(light.slices()[z], noise.split()));
            truth.add(specimen.truth(z));
            progress.report(0.7 + 0.3 * z / settings.slices(), "Camera, slice " + z);
        }
        List<byte[]> labels = labels(settings, truth, hand);
        return new VesselPhantom(
                MemoryStack.ofShorts(
                        "phantom",
                        settings.width(),
                        settings.height(),
                        image,
                        settings.voxelSize()),
                bytes("phantom labels", settings, labels),
                bytes("phantom truth", settings, truth));
    }

    private static SliceSource bytes(
            String name, VesselPhantomSettings settings, List<byte[]> slices) {
        return MemoryStack.ofBytes(
                name, settings.width(), settings.height(), slices, settings.voxelSize());
    }

    /** Scribbles on slices spread over the stack, each at a random place within its share of it. */
    private static List<byte[]> labels(
            VesselPhantomSettings settings, List<byte[]> truth, RandomStream hand) {
        int plane = settings.width() * settings.height();
        List<byte[]> labels = new ArrayList<>();
        for (int z = 0; z < settings.slices(); z++) {
            labels.add(new byte[plane]);
        }
        double share = (double) settings.slices() / Math.max(1, settings.labelledSlices());
        for (int i = 0; i < settings.labelledSlices(); i++) {
            int z = (int) ((i + hand.uniform(0.25, 0.75)) * share);
            byte[] painted =
                    Scribbles.paint(
                            settings.width(),
                            settings.height(),
                            truth.get(z),
                            settings.labelledFraction(),
                            hand.split());
            labels.set(z, painted);
        }
        return labels;
    }
}
