package org.dlpixel.core.train;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;

/** Predicts held-out regions and gathers their labelled pixels, one region after the other. */
public final class OutOfFoldCollector {

    private final int classes;
    private final int threads;
    private final List<float[]> probabilities = new ArrayList<>();
    private final List<int[]> groups = new ArrayList<>();
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();

    /**
     * @param classes of all models
     * @param threads threads per operation
     */
    public OutOfFoldCollector(int classes, int threads) {
        this.classes = classes;
        this.threads = threads;
    }

    /**
     * Predicts the labelled pixels of regions, which the model was not trained on.
     *
     * @param groupOf the group of each region
     */
    public void predict(
            PixelModel model, List<LabelledRegion> regions, int[] groupOf, Progress progress) {
        try (Network network = model.open(threads)) {
            for (int i = 0; i < regions.size(); i++) {
                for (ValidationView view : ValidationView.of(regions.get(i), network.settings())) {
                    progress.checkCancelled();
                    add(
                            view.labels(),
                            network.probabilities(view.image(), 1, view.height(), view.width()),
                            groupOf[i]);
                }
            }
        }
    }

    private void add(byte[] mask, float[] maps, int groupOf) {
        int plane = mask.length;
        float[] values = new float[plane * classes];
        int pixel = 0;
        for (int i = 0; i < plane; i++) {
            if (mask[i] != LabelMask.IGNORE) {
                labels.write(mask[i]);
                for (int c = 0; c < classes; c++) {
                    values[pixel * classes + c] = maps[c * plane + i];
                }
                pixel++;
            }
        }
        int[] group = new int[pixel];
        Arrays.fill(group, groupOf);
        probabilities.add(Arrays.copyOf(values, pixel * classes));
        groups.add(group);
    }

    /** All so far: by region, there by squares of 1024 pixels, there row by row. */
    public OutOfFold result() {
        float[] all = new float[labels.size() * classes];
        int[] allGroups = new int[labels.size()];
        int pixel = 0;
        for (int i = 0; i < groups.size(); i++) {
            float[] values = probabilities.get(i);
            System.arraycopy(values, 0, all, pixel * classes, values.length);
            System.arraycopy(groups.get(i), 0, allGroups, pixel, groups.get(i).length);
            pixel += groups.get(i).length;
        }
        return new OutOfFold(classes, all, labels.toByteArray(), allGroups);
    }
}
