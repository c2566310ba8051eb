package org.dlpixel.core.augment;

/** Where in a region patches are cut. */
public enum PatchPlacement {

    /** Anywhere inside the region, labelled or not: what the original does. */
    UNIFORM("Anywhere"),

    /** Around a labelled pixel, each labelled pixel as likely as the others. */
    LABELLED("Around labelled pixels"),

    /**
     * Around a labelled pixel of a class that is drawn first, each class of the region as likely as
     * the others: a rare class is not forgotten.
     */
    STRATIFIED("Around labelled pixels, classes in turn");

    private final String label;

    PatchPlacement(String label) {
        this.label = label;
    }

    /** What users read. */
    public String label() {
        return label;
    }
}
