package org.dlpixel.nodes.predictor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.core.predict.TestTimeAugmentation;
import org.dlpixel.core.predict.Uncertainty;
import org.dlpixel.core.tile.Importance;
import org.knime.node.parameters.widget.choices.Label;

/** What the dialog of the U-Net Slice Predictor lets users choose. */
final class Choices {

    private Choices() {}

    enum Axes {
        @Label(value = "Z", description = "As most stacks are recorded and labelled.")
        Z,
        @Label(value = "Y", description = "Slices whose columns are x and whose rows are z.")
        Y,
        @Label(value = "X", description = "Slices whose columns are y and whose rows are z.")
        X,
        @Label(
                value = "Z, Y and X, averaged",
                description =
                        "The model is applied along all three axes and the probabilities are"
                                + " averaged: what one direction mistakes the others may set right."
                                + " Takes three times as long, and temporary files of 4 bytes per"
                                + " voxel and class.")
        ALL;

        Set<SlicingAxis> axes() {
            return this == ALL
                    ? EnumSet.allOf(SlicingAxis.class)
                    : EnumSet.of(SlicingAxis.valueOf(name()));
        }
    }

    enum Store {
        @Label(value = "Image cells", description = "In the table, for the nodes that follow.")
        CELLS,
        @Label(
                value = "OME-Zarr 0.5",
                description = "A folder of Zarr 3 arrays: multiscale pyramid, labels group.")
        OME_ZARR_0_5,
        @Label(
                value = "OME-Zarr 0.4",
                description = "A folder of Zarr 2 arrays, which older programs read, too.")
        OME_ZARR_0_4,
        @Label(value = "TIFF", description = "One file; BigTIFF where 4 GB do not suffice.")
        TIFF;

        /** Empty for image cells. */
        Optional<StackFormat> format() {
            return Arrays.stream(StackFormat.values())
                    .filter(format -> format.name().equals(name()))
                    .findFirst();
        }
    }

    enum LabelValues {
        @Label(
                value = "Class index",
                description = "0 background, 1 and above the classes: what the other nodes expect.")
        INDEX,
        @Label(
                value = "Class index + 1",
                description =
                        "1 background, 2 and above the classes, as in the labels and predictions of"
                                + " napari-easy-augment-batch-dl. The Scorer, Overlay and Writer do"
                                + " not expect these.")
        INDEX_PLUS_ONE;

        int offset() {
            return this == INDEX ? 0 : 1;
        }
    }

    enum UncertaintyMap {
        @Label(value = "None", description = "No map.")
        NONE,
        @Label(
                value = "Entropy",
                description = "As a share of its maximum: 0 certain, 1 all classes alike.")
        ENTROPY,
        @Label(
                value = "Margin",
                description =
                        "The largest probability less the second: 1 certain, 0 two classes alike.")
        MARGIN;

        Optional<Uncertainty> uncertainty() {
            return this == NONE ? Optional.empty() : Optional.of(Uncertainty.valueOf(name()));
        }
    }

    enum MapType {
        @Label(value = "8 bit", description = "0..255 stands for 0..1.")
        UINT8,
        @Label(value = "16 bit", description = "0..65535 stands for 0..1.")
        UINT16,
        @Label(value = "32 bit real", description = "0..1 as it is.")
        FLOAT32;

        PixelType type() {
            return PixelType.valueOf(name());
        }
    }

    enum Cutting {
        @Label(
                value = "Exact",
                description =
                        "What the network says of the whole slice, in one piece or in aligned tiles"
                                + " with all the context it needs.")
        EXACT,
        @Label(
                value = "Sliding window",
                description =
                        "Overlapping windows, blended as MONAI's sliding_window_inference does: to"
                                + " compare with results made that way. Slower, and it depends on"
                                + " the windows.")
        SLIDING
    }

    enum Weight {
        @Label(value = "Constant", description = "All pixels of a window count alike.")
        CONSTANT,
        @Label(value = "Gaussian", description = "Pixels count less towards a window's border.")
        GAUSSIAN;

        Importance importance() {
            return Importance.valueOf(name());
        }
    }

    enum Positions {
        @Label(value = "None", description = "Every slice as it is.")
        NONE,
        @Label(value = "Flips", description = "4 positions: mirrored along x, y and both.")
        FLIPS,
        @Label(value = "Rotations", description = "4 positions: turned by 90 degrees.")
        ROTATIONS,
        @Label(value = "Flips and rotations", description = "All 8 positions.")
        FLIPS_AND_ROTATIONS;

        TestTimeAugmentation augmentation() {
            return TestTimeAugmentation.valueOf(name());
        }
    }
}
