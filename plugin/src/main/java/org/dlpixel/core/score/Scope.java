package org.dlpixel.core.score;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** Which slices of a stack a score speaks of. */
public enum Scope {

    /** Slices without any label: the network has not seen them. */
    HELD_OUT("held-out"),

    /** Slices with labels, of which training saw some pixels. */
    ANNOTATED("annotated"),

    /** All slices. */
    ALL("all");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** The word in tables and files. */
    public String label() {
        return label;
    }

    /**
     * The scope of that word.
     *
     * @throws InvalidInput if there is none
     */
    public static Scope parse(String word) {
        for (Scope scope : values()) {
            if (scope.label.equals(word)) {
                return scope;
            }
        }
        throw InvalidInput.of("scope", "'" + word + "'", "held-out, annotated or all");
    }
}
