package org.dlpixel.core.train.data;

import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.SliceSource;

/**
 * A whole volume beside the labelled regions: its pixels without labels are training data, too.
 *
 * @param name what the regions cut from it call their source, see {@link
 *     org.dlpixel.core.image.LabelledRegion#source}
 * @param slices raw intensities, read when they are needed; not from several threads at once unless
 *     the source says so
 * @param range raw intensities that become 0 and 1 under normalisation per volume
 */
public record TrainingVolume(String name, SliceSource slices, IntensityRange range) {}
