package org.dlpixel.nodes.learner;

import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.nodes.convert.RegionTable;

/** Whether a model can be trained on with certain regions. */
final class StartModel {

    private StartModel() {}

    /**
     * The classes of the model; those of the regions must be the same, or unnamed and no more.
     *
     * @throws InvalidInput if classes or channels are others
     */
    static ClassList classes(ModelMetadata model, RegionTable.Content content) {
        ClassList own = content.classes();
        boolean unnamed = own.equals(ClassList.numbered(own.size()));
        boolean fit = unnamed && own.size() <= model.classes().size();
        if (!fit && !own.equals(model.classes())) {
            throw InvalidInput.of(
                    "classes of the labelled regions",
                    own.names(),
                    "those of the start model, " + model.classes().names());
        }
        int channels = content.regions().get(0).image().channels();
        if (model.imageChannels() != channels) {
            throw InvalidInput.of(
                    "number of channels of the labelled regions",
                    channels,
                    "that of the start model, " + model.imageChannels());
        }
        return model.classes();
    }
}
