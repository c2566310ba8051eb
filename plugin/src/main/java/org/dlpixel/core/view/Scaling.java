package org.dlpixel.core.view;

import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/**
 * Enlarges small images and shrinks large ones by a whole number.
 *
 * <p>Enlarged pixels are squares. Shrunk images are means over blocks; a shrunk label is the first
 * label of the block, so that thin strokes remain.
 *
 * @param up pixels shown per pixel and axis, at least 1
 * @param down pixels merged per pixel and axis, at least 1; one of the two is 1
 */
public record Scaling(int up, int down) {

    /**
     * The scaling that brings the longer side to at least {@code least} and at most {@code most},
     * where most is at least twice least.
     */
    static Scaling fit(int width, int height, int least, int most) {
        int longer = Math.max(width, height);
        return longer < least
                ? new Scaling(ceilDiv(least, longer), 1)
                : new Scaling(1, ceilDiv(longer, most));
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }

    int apply(int extent) {
        return down > 1 ? ceilDiv(extent, down) : extent * up;
    }

    /** Normalised intensities as colours: grey, magenta and green, or the first three as RGB. */
    public RgbImage colours(FloatImage image) {
        int width = apply(image.width());
        int height = apply(image.height());
        int[] rgb = new int[width * height];
        for (int channel = 0; channel < Math.min(3, image.channels()); channel++) {
            int mask = mask(channel, image.channels());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int v = level(mean(image, x, y, channel));
                    rgb[y * width + x] |= ((v << 16) | (v << 8) | v) & mask;
                }
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static int mask(int channel, int channels) {
        return switch (channels) {
            case 1 -> 0xffffff;
            case 2 -> channel == 0 ? 0xff00ff : 0x00ff00;
            default -> 0xff0000 >> (8 * channel);
        };
    }

    private static int level(double v) {
        return (int) Math.round(255 * Math.min(1, Math.max(0, v)));
    }

    private double mean(FloatImage image, int x, int y, int channel) {
        if (down == 1) {
            return image.at(x / up, y / up, channel);
        }
        int toX = Math.min(image.width(), (x + 1) * down);
        int toY = Math.min(image.height(), (y + 1) * down);
        double sum = 0;
        for (int sy = y * down; sy < toY; sy++) {
            for (int sx = x * down; sx < toX; sx++) {
                sum += image.at(sx, sy, channel);
            }
        }
        return sum / ((toX - x * down) * (double) (toY - y * down));
    }

    LabelMask labels(LabelMask labels) {
        int width = apply(labels.width());
        int height = apply(labels.height());
        byte[] out = new byte[width * height];
        Arrays.fill(out, LabelMask.IGNORE);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] =
                        down == 1 ? labels.at(x / up, y / up) : firstOf(labels, x * down, y * down);
            }
        }
        return new LabelMask(width, height, out);
    }

    private byte firstOf(LabelMask labels, int x0, int y0) {
        for (int y = y0; y < Math.min(labels.height(), y0 + down); y++) {
            for (int x = x0; x < Math.min(labels.width(), x0 + down); x++) {
                if (labels.at(x, y) != LabelMask.IGNORE) {
                    return labels.at(x, y);
                }
            }
        }
        return LabelMask.IGNORE;
    }
}
