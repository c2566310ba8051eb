package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;

/**
 * A held-out region, or the first labelled part of a large one, with what a network made of it that
 * was not trained on it.
 *
 * @param region image and labels
 * @param predicted class index of every pixel
 */
public record Examined(LabelledRegion region, LabelMask predicted) {

    private static final int SIDE = 1024;
    private static final int MARGIN = 48;

    /** The labelled ones of some regions. */
    static List<Examined> of(PixelModel model, List<LabelledRegion> heldOut, int threads) {
        List<Examined> all = new ArrayList<>();
        try (Network network = model.open(threads)) {
            Teacher teacher = new NetworkTeacher(network, false);
            for (LabelledRegion region : heldOut) {
                List<Roi> boxes = region.labels().labelledBoxes(SIDE);
                if (!boxes.isEmpty()) {
                    LabelledRegion part = region.crop(grown(boxes.get(0), region.image()));
                    all.add(new Examined(part, winners(teacher, part)));
                }
            }
        }
        return all;
    }

    private static LabelMask winners(Teacher teacher, LabelledRegion part) {
        FloatImage p = teacher.probabilities(part, Progress.none());
        int plane = p.width() * p.height();
        byte[] winners = new byte[plane];
        for (int i = 0; i < plane; i++) {
            for (int c = 1; c < p.channels(); c++) {
                if (p.pixels()[c * plane + i] > p.pixels()[winners[i] * plane + i]) {
                    winners[i] = (byte) c;
                }
            }
        }
        return new LabelMask(p.width(), p.height(), winners);
    }

    private static Roi grown(Roi box, FloatImage image) {
        return new Roi(
                Math.max(0, box.xStart() - MARGIN),
                Math.max(0, box.yStart() - MARGIN),
                Math.min(image.width(), box.xEnd() + MARGIN),
                Math.min(image.height(), box.yEnd() + MARGIN));
    }
}
