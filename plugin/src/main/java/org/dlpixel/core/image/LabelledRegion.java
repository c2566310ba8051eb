package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * A ROI with what was painted in it: the unit of training, of validation and of the split between
 * them.
 *
 * @param source the image's name
 * @param slice 0-based slice of the source
 * @param roi where it lies in the slice
 * @param split training or validation
 * @param image raw intensities of the ROI
 * @param labels class indices of the ROI
 * @param range intensities of the whole source that become 0 and 1
 */
public record LabelledRegion(
        String source,
        int slice,
        Roi roi,
        Split split,
        FloatImage image,
        LabelMask labels,
        IntensityRange range) {

    public LabelledRegion {
        if (image.width() != labels.width() || image.height() != labels.height()) {
            throw InvalidInput.of(
                    "size of the labels of " + describe(source, slice, roi),
                    labels.width() + " x " + labels.height(),
                    "that of the image, " + image.width() + " x " + image.height());
        }
        if (image.width() != roi.width() || image.height() != roi.height()) {
            throw InvalidInput.of(
                    "ROI of " + describe(source, slice, roi),
                    roi,
                    "as large as its image, " + image.width() + " x " + image.height());
        }
        for (float v : image.pixels()) {
            if (!Float.isFinite(v)) {
                throw InvalidInput.of(
                        "pixel in " + describe(source, slice, roi), v, "a finite number");
            }
        }
    }

    /** The same region, used for this. */
    public LabelledRegion as(Split use) {
        return use == split
                ? this
                : new LabelledRegion(source, slice, roi, use, image, labels, range);
    }

    /** The same region with other labels. */
    public LabelledRegion with(LabelMask other) {
        return new LabelledRegion(source, slice, roi, split, image, other, range);
    }

    /** The same region with other pixels and what becomes 0 and 1 of them. */
    public LabelledRegion with(FloatImage other, IntensityRange itsRange) {
        return new LabelledRegion(source, slice, roi, split, other, labels, itsRange);
    }

    /**
     * A part of the region.
     *
     * @param part relative to the region; must lie in it
     */
    public LabelledRegion crop(Roi part) {
        return new LabelledRegion(
                source,
                slice,
                new Roi(
                        roi.xStart() + part.xStart(),
                        roi.yStart() + part.yStart(),
                        roi.xStart() + part.xEnd(),
                        roi.yStart() + part.yEnd()),
                split,
                image.crop(part),
                labels.crop(part),
                range);
    }

    /** How messages name the region. */
    public String describe() {
        return describe(source, slice, roi);
    }

    private static String describe(String source, int slice, Roi roi) {
        return source + ", slice " + slice + ", ROI " + roi;
    }
}
