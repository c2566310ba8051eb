package org.dlpixel.core.train.course;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.Network;

/** A trained network, of the image alone or as the mean of the image and its mirror images. */
final class NetworkTeacher implements Teacher {

    private final Network network;
    private final int views;

    /**
     * @param network stays open, and is closed by who opened it
     * @param mirrored whether the mirror images are looked at, too (test-time augmentation)
     */
    NetworkTeacher(Network network, boolean mirrored) {
        this.network = network;
        this.views = mirrored ? 4 : 1;
    }

    @Override
    public FloatImage probabilities(LabelledRegion region, Progress progress) {
        FloatImage image = region.image();
        int width = padded(image.width());
        int height = padded(image.height());
        float[] pixels = Mirror.read(image, new Roi(0, 0, width, height));
        region.range().normalise(pixels, 0, pixels.length);
        int classes = network.settings().classes();
        FloatImage sum = FloatImage.zeros(image.width(), image.height(), classes);
        for (int flip = 0; flip < views; flip++) {
            progress.checkCancelled();
            boolean x = (flip & 1) != 0;
            boolean y = (flip & 2) != 0;
            float[] p =
                    network.probabilities(flipped(pixels, width, height, x, y), 1, height, width);
            add(flipped(p, width, height, x, y), width, height, sum);
        }
        return sum;
    }

    private int padded(int extent) {
        int multiple = network.settings().sizeMultiple();
        return (extent + multiple - 1) / multiple * multiple;
    }

    private void add(float[] p, int width, int height, FloatImage sum) {
        for (int c = 0; c < sum.channels(); c++) {
            for (int y = 0; y < sum.height(); y++) {
                int from = (c * height + y) * width;
                int to = (c * sum.height() + y) * sum.width();
                for (int x = 0; x < sum.width(); x++) {
                    sum.pixels()[to + x] += p[from + x] / views;
                }
            }
        }
    }

    /** Mirror image of every channel; the same array if nothing is flipped. */
    private static float[] flipped(
            float[] pixels, int width, int height, boolean horizontal, boolean vertical) {
        if (!horizontal && !vertical) {
            return pixels;
        }
        float[] out = new float[pixels.length];
        int rows = pixels.length / width;
        for (int row = 0; row < rows; row++) {
            int y = row % height;
            int from = (vertical ? row - y + height - 1 - y : row) * width;
            for (int x = 0; x < width; x++) {
                out[row * width + x] = pixels[from + (horizontal ? width - 1 - x : x)];
            }
        }
        return out;
    }
}
