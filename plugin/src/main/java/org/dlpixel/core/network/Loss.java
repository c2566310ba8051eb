package org.dlpixel.core.network;

/**
 * What training minimises.
 *
 * <p>With logits z (N, C, H, W), p = softmax(z), labels y (N, H, W) with -1 = unlabelled, L the
 * labelled pixels, t the one-hot form of y and class weights w (1 if off):
 *
 * <pre>
 * ce    = sum over L of -w[y] log p[y] / sum over L of w[y]
 * focal = sum over L of -w[y] (1 - p[y])^gamma log p[y] / sum over L of w[y]
 * D[c]  = (2 sum over L of p[c] t[c] + s) / (sum over L of (p[c] + t[c]) + s),   s = 1e-5
 * dice  = 1 - sum over c of w[c] D[c] / sum over c of w[c]
 * </pre>
 *
 * <p>Sums run over the whole batch. Without any labelled pixel every loss and its gradient are
 * exactly 0.
 */
public enum Loss {

    /** ce: as {@code torch.nn.CrossEntropyLoss} with ignore_index -1. */
    CROSS_ENTROPY("Cross entropy"),

    /**
     * dice: after Milletari et al. 2016, "V-Net", and its mean over classes after Sudre et al.
     * 2017, "Generalised Dice overlap as a deep learning loss function for highly unbalanced
     * segmentations" (with given weights).
     */
    DICE("Soft Dice"),

    /** ce + dice. */
    CROSS_ENTROPY_AND_DICE("Cross entropy + soft Dice"),

    /** focal: Lin et al. 2017, "Focal loss for dense object detection"; gamma 0 is ce. */
    FOCAL("Focal");

    private final String title;

    Loss(String title) {
        this.title = title;
    }

    /** The name that users see. */
    public String title() {
        return title;
    }
}
