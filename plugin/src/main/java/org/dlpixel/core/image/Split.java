package org.dlpixel.core.image;

import java.util.Locale;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** What a labelled region is used for. A region is never cut: it is wholly one or the other. */
public enum Split {
    /** Patches for training are drawn from it. */
    TRAIN("train"),
    /** Held out: only used to choose the best checkpoint. */
    VALIDATION("validation");

    private final String label;

    Split(String label) {
        this.label = label;
    }

    /** The word in tables and files: {@code train} or {@code validation}. */
    public String label() {
        return label;
    }

    /**
     * The split of that word, whatever its case; blank means {@link #TRAIN}.
     *
     * @throws InvalidInput if the word is another
     */
    public static Split parse(String word) {
        String w = word.strip().toLowerCase(Locale.ROOT);
        if (w.isEmpty()) {
            return TRAIN;
        }
        for (Split split : values()) {
            if (split.label.equals(w)) {
                return split;
            }
        }
        throw InvalidInput.of("split", "'" + word + "'", "'train' or 'validation'");
    }
}
