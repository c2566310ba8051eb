package org.dlpixel.core.io.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;

/**
 * What sparse labels (0 unlabelled, 1 background, 2.. classes) hold, counted before anything is
 * computed from them.
 *
 * @param name where the labels come from, for messages
 * @param classes number of classes: the largest value of all slices
 * @param labelledSlices 0-based slices with at least one labelled pixel, ascending
 * @param pixels labelled pixels of each class index
 * @param unlabelled pixels without a label
 */
public record LabelSurvey(
        String name,
        int classes,
        List<Integer> labelledSlices,
        List<Long> pixels,
        long unlabelled) {

    public LabelSurvey {
        labelledSlices = List.copyOf(labelledSlices);
        pixels = List.copyOf(pixels);
    }

    /**
     * Counts all slices of a label stack.
     *
     * @throws InvalidInput if a value is no label, no pixel is labelled, or there is no background
     *     or nothing but background
     */
    public static LabelSurvey of(SliceSource labels, Progress progress) {
        requireOneChannel(labels);
        Counter counter = new Counter(labels.name());
        float[] values = new float[labels.shape().plane()];
        int slices = labels.shape().slices();
        for (int z = 0; z < slices; z++) {
            progress.checkCancelled();
            labels.read(z, values);
            counter.add(z, values);
            progress.report((z + 1.0) / slices, "Labels, slice " + z);
        }
        return counter.survey();
    }

    /** Counts labels of several images, e.g. of a project's regions; see {@link #of}. */
    static LabelSurvey ofMasks(String name, Iterable<LabelMask> masks) {
        Counter counter = new Counter(name);
        int i = 0;
        for (LabelMask mask : masks) {
            counter.add(i++, mask);
        }
        return counter.survey();
    }

    /** Whether no pixel at all is unlabelled: these may be dense labels given as sparse ones. */
    public boolean looksDense() {
        return unlabelled == 0;
    }

    /** Things that are not wrong but that the user may want to know. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (looksDense()) {
            findings.add(
                    "Every pixel of "
                            + name
                            + " is labelled: if 0 should have been the background, these are dense"
                            + " labels and their values must be raised by 1.");
        }
        for (int c = 0; c < classes; c++) {
            if (pixels.get(c) == 0) {
                findings.add(
                        "No pixel of "
                                + name
                                + " carries the value "
                                + (c + 1)
                                + ": class "
                                + c
                                + " cannot be learned.");
            }
        }
        return findings;
    }

    private static void requireOneChannel(SliceSource labels) {
        if (labels.shape().channels() != 1) {
            throw InvalidInput.of(
                    "number of channels of the labels " + labels.name(),
                    labels.shape().channels(),
                    "1");
        }
    }

    /** Gathers counts, slice by slice. */
    private static final class Counter {
        private final String name;
        private final long[] pixels = new long[LabelMask.MAX_CLASSES];
        private final List<Integer> labelledSlices = new ArrayList<>();
        private long unlabelled;

        Counter(String name) {
            this.name = name;
        }

        void add(int slice, float[] values) {
            try {
                add(slice, LabelEncoding.SPARSE.decode(values.length, 1, values));
            } catch (InvalidInput e) {
                throw new InvalidInput(
                        e.getMessage() + " In " + name + ", slice " + slice + ".", e);
            }
        }

        void add(int slice, LabelMask mask) {
            long labelled = 0;
            for (byte c : mask.classes()) {
                if (c != LabelMask.IGNORE) {
                    pixels[c]++;
                    labelled++;
                }
            }
            unlabelled += mask.classes().length - labelled;
            if (labelled > 0) {
                labelledSlices.add(slice);
            }
        }

        LabelSurvey survey() {
            int classes = LabelMask.MAX_CLASSES;
            while (classes > 0 && pixels[classes - 1] == 0) {
                classes--;
            }
            requireLearnable(classes);
            List<Long> counts = Arrays.stream(pixels).limit(classes).boxed().toList();
            return new LabelSurvey(name, classes, labelledSlices, counts, unlabelled);
        }

        private void requireLearnable(int classes) {
            if (classes == 0) {
                throw new InvalidInput(
                        "The labels "
                                + name
                                + " hold no labelled pixel: all values are 0. Paint background as"
                                + " 1 and the classes as 2, 3, ...");
            }
            if (pixels[0] == 0) {
                throw new InvalidInput(
                        "The labels "
                                + name
                                + " hold no background: the value 1 does not occur, the largest is "
                                + classes
                                + ". Paint some background as 1.");
            }
            if (classes == 1) {
                throw new InvalidInput(
                        "The labels "
                                + name
                                + " hold a single class: 1, background, is their only value. Paint"
                                + " at least one further class as 2."
                                + " (In sparse labels 0 means unlabelled, not background: dense"
                                + " labels, 0 background and 1 foreground, must be raised by 1.)");
            }
        }
    }
}
