package org.dlpixel.core.network;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.network.process.PixelStep;

/**
 * What is known of a network that another program made.
 *
 * @param name of the model
 * @param classes names by class index, background first
 * @param imageChannels channels of the input
 * @param preprocessing of raw intensities, slice by slice
 * @param postprocessing of the network's output
 * @param meaning of the output's channels after it
 * @param background which output channel is the background's, 0-based; 0 if none is
 * @param height sizes along y
 * @param width sizes along x
 */
public record ForeignMetadata(
        String name,
        ClassList classes,
        int imageChannels,
        List<PixelStep> preprocessing,
        List<PixelStep> postprocessing,
        ChannelMeaning meaning,
        int background,
        InputSize height,
        InputSize width)
        implements ModelInfo {

    public ForeignMetadata {
        preprocessing = List.copyOf(preprocessing);
        postprocessing = List.copyOf(postprocessing);
        if (background < 0 || background >= meaning.channels(classes.size())) {
            throw InvalidInput.of("channel of the background", background, "one of the output's");
        }
    }

    /** It sees one slice at a time. */
    @Override
    public SliceContext context() {
        return SliceContext.NONE;
    }

    @Override
    public String title() {
        return "TorchScript of another program (" + name + ")";
    }

    /** Channels of the network's output. */
    int outputChannels() {
        return meaning.channels(classes.size());
    }

    /** The output channel that belongs to a class; -1 if none does. */
    int channelOf(int classIndex) {
        if (meaning == ChannelMeaning.INDEPENDENT) {
            return classIndex - 1;
        }
        if (classIndex == 0) {
            return background;
        }
        return classIndex <= background ? classIndex - 1 : classIndex;
    }
}
