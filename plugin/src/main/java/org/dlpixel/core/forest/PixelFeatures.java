package org.dlpixel.core.forest;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceContext;

/**
 * What the forest knows of a pixel, per channel of the image, on normalised intensities v:
 *
 * <ul>
 *   <li>v itself;
 *   <li>g = G_s * v for s = 0.7, 1, 2, 4, 8 pixels, G_s a sampled Gaussian cut off at 3 s;
 *   <li>for s = 1, 2, 4, 8 the gradient magnitude |grad g| (edges),
 *   <li>the Laplacian of g, its second derivatives' sum (blobs),
 *   <li>both eigenvalues of the Hessian of g, larger first (ridges),
 *   <li>and both eigenvalues of the structure tensor G_(s/2) * (grad g grad g'), larger first
 *       (corners and texture).
 * </ul>
 *
 * <p>Derivatives are central differences of g per pixel; borders are mirrored without repeating
 * them. These are the features of ilastik (Berg et al. 2019) and Trainable Weka Segmentation
 * (Arganda-Carreras et al. 2017) at scales an octave apart.
 *
 * <p>An image that carries its neighbouring slices is treated as a thin volume: before everything
 * but v itself, slices are averaged along z by a Gaussian of min(s / 2, 0.75) slices, cut off at
 * the slices there are. The number of features stays the same.
 *
 * @param context which channels of an image are its neighbouring slices
 * @param channels of an image with its neighbouring slices, a multiple of context.slices()
 */
public record PixelFeatures(SliceContext context, int channels) {

    private static final double[] SCALES = {0.7, 1, 2, 4, 8};
    private static final double LEAST_DERIVATIVE_SCALE = 1;
    private static final double MOST_ALONG_Z = 0.75;

    /** Rows and columns that the features of a pixel depend on, on each side. */
    static final int HALO = halo(SCALES[SCALES.length - 1]);

    public PixelFeatures {
        if (channels < 1 || channels % context.slices() != 0) {
            throw InvalidInput.of(
                    "number of channels",
                    channels,
                    "a multiple of the " + context.slices() + " slices seen at once");
        }
    }

    private static int halo(double scale) {
        int difference = 1;
        return Plane.radius(scale) + difference + Math.max(difference, Plane.radius(scale / 2));
    }

    /** Number of features. */
    public int count() {
        return names().size();
    }

    /** What each feature is, for people: {@code "channel 0: gradient magnitude, scale 2"}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < channels / context.slices(); c++) {
            String channel = "channel " + c + ": ";
            names.add(channel + "intensity");
            for (double scale : SCALES) {
                for (String name : namesAt(scale)) {
                    names.add(channel + name + ", scale " + scale);
                }
            }
        }
        return names;
    }

    private static List<String> namesAt(double scale) {
        if (scale < LEAST_DERIVATIVE_SCALE) {
            return List.of("Gaussian");
        }
        return List.of(
                "Gaussian",
                "gradient magnitude",
                "Laplacian",
                "Hessian eigenvalue 1",
                "Hessian eigenvalue 2",
                "structure tensor eigenvalue 1",
                "structure tensor eigenvalue 2");
    }

    /**
     * The features of a normalised image, in the order of {@link #names}.
     *
     * @return {@code [feature][y * width + x]}
     */
    public float[][] of(FloatImage image) {
        if (image.channels() != channels) {
            throw InvalidInput.of("number of channels", image.channels(), "" + channels);
        }
        List<Plane> features = new ArrayList<>();
        for (int c = 0; c < channels / context.slices(); c++) {
            addChannel(slices(image, c), features);
        }
        return features.stream().map(Plane::values).toArray(float[][]::new);
    }

    private List<Plane> slices(FloatImage image, int channel) {
        int size = image.width() * image.height();
        List<Plane> slices = new ArrayList<>();
        for (int c = channel; c < channels; c += channels / context.slices()) {
            float[] values = new float[size];
            System.arraycopy(image.pixels(), c * size, values, 0, size);
            slices.add(new Plane(image.width(), image.height(), values));
        }
        return slices;
    }

    private void addChannel(List<Plane> slices, List<Plane> features) {
        features.add(slices.get(context.neighbours()));
        for (double scale : SCALES) {
            Plane smooth = alongZ(slices, Math.min(scale / 2, MOST_ALONG_Z)).smoothed(scale);
            features.add(smooth);
            if (scale >= LEAST_DERIVATIVE_SCALE) {
                addDerivatives(smooth, scale, features);
            }
        }
    }

    private static void addDerivatives(Plane smooth, double scale, List<Plane> features) {
        Plane dx = smooth.dx();
        Plane dy = smooth.dy();
        features.add(Plane.magnitude(dx, dy));
        SymmetricMatrix hessian = SymmetricMatrix.hessian(smooth);
        features.add(hessian.trace());
        hessian.addEigenvalues(features);
        SymmetricMatrix.structure(dx, dy, scale / 2).addEigenvalues(features);
    }

    private Plane alongZ(List<Plane> slices, double sigma) {
        int neighbours = context.neighbours();
        if (neighbours == 0) {
            return slices.get(0);
        }
        float[] kernel = Gaussian.half(sigma, neighbours);
        Plane sum = slices.get(neighbours).times(kernel[0]);
        for (int k = 1; k <= neighbours; k++) {
            sum.add(kernel[k], slices.get(neighbours - k), slices.get(neighbours + k));
        }
        return sum;
    }
}
