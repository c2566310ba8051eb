package org.dlpixel.core.train;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.LabelMask;

/** Gathers the labelled pixels of held-out regions, one region after the other. */
final class OutOfFoldCollector {

    private final int classes;
    private final int[] groupOf;
    private final List<float[]> probabilities = new ArrayList<>();
    private final List<int[]> groups = new ArrayList<>();
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();

    /**
     * @param groupOf the group of each region, in the order in which they will come
     */
    OutOfFoldCollector(int classes, int[] groupOf) {
        this.classes = classes;
        this.groupOf = groupOf;
    }

    /**
     * Takes the labelled pixels of the next region.
     *
     * @param maps (classes, height, width)
     */
    void add(LabelMask mask, float[] maps) {
        int plane = mask.classes().length;
        float[] values = new float[(int) mask.labelled() * classes];
        int pixel = 0;
        for (int i = 0; i < plane; i++) {
            if (mask.classes()[i] != LabelMask.IGNORE) {
                labels.write(mask.classes()[i]);
                for (int c = 0; c < classes; c++) {
                    values[pixel * classes + c] = maps[c * plane + i];
                }
                pixel++;
            }
        }
        int[] group = new int[pixel];
        Arrays.fill(group, groupOf[probabilities.size()]);
        probabilities.add(values);
        groups.add(group);
    }

    OutOfFold result() {
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
