package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.train.OutOfFold;
import org.dlpixel.core.train.validation.Grouping;

/** What a network thinks of the labelled pixels of held-out regions. */
final class HeldOutPixels {

    private final int classes;
    private final List<Float> probabilities = new ArrayList<>();
    private final List<Byte> labels = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    private HeldOutPixels(int classes) {
        this.classes = classes;
    }

    /** Empty if no pixel is labelled. */
    static Optional<OutOfFold> of(
            PixelModel model, List<LabelledRegion> heldOut, Grouping grouping, int threads) {
        HeldOutPixels pixels = new HeldOutPixels(model.metadata().classes().size());
        int[] groups = grouping.of(heldOut);
        try (Network network = model.open(threads)) {
            Teacher own = new NetworkTeacher(network, false);
            for (int i = 0; i < groups.length; i++) {
                LabelledRegion region = heldOut.get(i);
                if (region.labels().labelled() > 0) {
                    FloatImage seen = own.probabilities(region, Progress.none());
                    pixels.add(region.labels(), seen, groups[i]);
                }
            }
        }
        return pixels.labels.isEmpty() ? Optional.empty() : Optional.of(pixels.all());
    }

    private void add(LabelMask mask, FloatImage seen, int group) {
        int plane = mask.classes().length;
        for (int i = 0; i < plane; i++) {
            if (mask.classes()[i] != LabelMask.IGNORE) {
                for (int c = 0; c < classes; c++) {
                    probabilities.add(seen.pixels()[c * plane + i]);
                }
                labels.add(mask.classes()[i]);
                groups.add(group);
            }
        }
    }

    private OutOfFold all() {
        float[] values = new float[probabilities.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = probabilities.get(i);
        }
        byte[] known = new byte[labels.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = labels.get(i);
        }
        int[] groupOf = groups.stream().mapToInt(group -> group).toArray();
        return new OutOfFold(classes, values, known, groupOf);
    }
}
