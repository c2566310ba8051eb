package org.dlpixel.benchmark.pictures;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.phantom.VesselPhantom;
import org.dlpixel.core.phantom.VesselPhantomSettings;

/** The patch that pictures show: vessels of a phantom, recorded with much light, all labelled. */
final class Vessels {

    private static final VesselPhantomSettings SPECIMEN =
            new VesselPhantomSettings(
                    256,
                    256,
                    16,
                    new VoxelSize(1.17, 1.17, 5, "um"),
                    14,
                    7,
                    3.2,
                    1500,
                    1,
                    0.1,
                    0,
                    0,
                    0,
                    42);
    private static final int STEP = 4;

    private Vessels() {}

    /** The square with the most vessel in the whole stack. */
    static LabelledRegion grey(int side) {
        VesselPhantom phantom = VesselPhantom.generate(SPECIMEN, Progress.none());
        SliceSource image = phantom.image();
        Normalization normalization = Normalization.defaults();
        IntensityRange range =
                Quantiles.range(
                        image,
                        normalization.lowPercentile(),
                        normalization.highPercentile(),
                        Progress.none());
        int slice = fullest(phantom.truth());
        LabelMask truth = mask(phantom.truth().slice(slice));
        LabelledRegion whole =
                new LabelledRegion(
                        "phantom",
                        slice,
                        Roi.whole(truth.width(), truth.height()),
                        Split.TRAIN,
                        image.slice(slice),
                        truth,
                        range);
        return whole.crop(fullest(truth, side));
    }

    /** The same as a stained section: violet vessels on rose. */
    static LabelledRegion stained(LabelledRegion grey) {
        float[] v = grey.range().normalised(grey.image()).pixels();
        int n = v.length;
        float[] rgb = new float[3 * n];
        for (int i = 0; i < n; i++) {
            rgb[i] = 0.95f - 0.55f * v[i];
            rgb[n + i] = 0.8f - 0.65f * v[i];
            rgb[2 * n + i] = 0.88f - 0.35f * v[i];
        }
        FloatImage image = new FloatImage(grey.image().width(), grey.image().height(), 3, rgb);
        return grey.with(image, IntensityRange.UNIT);
    }

    private static int fullest(SliceSource truth) {
        int best = 0;
        long most = -1;
        for (int z = 0; z < truth.shape().slices(); z++) {
            long vessel = mask(truth.slice(z)).histogram(2)[1];
            if (vessel > most) {
                most = vessel;
                best = z;
            }
        }
        return best;
    }

    private static Roi fullest(LabelMask truth, int side) {
        Roi best = new Roi(0, 0, side, side);
        long most = -1;
        for (int y = 0; y + side <= truth.height(); y += STEP) {
            for (int x = 0; x + side <= truth.width(); x += STEP) {
                Roi box = new Roi(x, y, x + side, y + side);
                long vessel = truth.crop(box).histogram(2)[1];
                if (vessel > most) {
                    most = vessel;
                    best = box;
                }
            }
        }
        return best;
    }

    private static LabelMask mask(FloatImage truth) {
        byte[] classes = new byte[truth.pixels().length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) truth.pixels()[i];
        }
        return new LabelMask(truth.width(), truth.height(), classes);
    }
}
