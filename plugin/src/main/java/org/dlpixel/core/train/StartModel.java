package org.dlpixel.core.train;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.data.TrainingData;

/** Whether a model can be trained on. */
final class StartModel {

    private StartModel() {}

    /** Raises {@link InvalidInput} unless the model's network has the same tensors. */
    static void requireSameNetwork(PixelModel model, UNetSettings network) {
        UNetSettings its = model.metadata().network();
        require("architecture", its.architecture(), network.architecture());
        require("number of input channels", its.inputChannels(), network.inputChannels());
        require("number of classes", its.classes(), network.classes());
        require("depth", its.depth(), network.depth());
        require("number of base features", its.baseFeatures(), network.baseFeatures());
        require("norm", its.norm(), network.norm());
        if (!model.weights().tensors().equals(Weights.tensorsOf(network))) {
            require("network", its, network);
        }
    }

    /** Raises {@link InvalidInput} unless pixels mean the same to the model as to the data. */
    static void requireSameData(PixelModel model, TrainingData data) {
        ModelMetadata its = model.metadata();
        require("normalisation", its.normalization(), data.normalization());
        require("neighbouring slices", its.context().neighbours(), data.context().neighbours());
        require("classes", its.classes().names(), data.classes().names());
    }

    private static void require(String what, Object its, Object wanted) {
        if (!its.equals(wanted)) {
            throw InvalidInput.of(
                    what + " of the model to start from", its, "that of this training, " + wanted);
        }
    }
}
