package org.dlpixel.core.network.bioimage;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** Reads what a version of the specification says about a network's input and output. */
interface TensorReader {

    ForeignTensor input();

    /** Its size must be the input's. */
    ForeignTensor output(ForeignTensor input);

    /** The reader for a description. */
    static TensorReader of(Field rdf) {
        Field input = single(rdf.get("inputs"));
        Field output = single(rdf.get("outputs"));
        return rdf.get("format_version").text().startsWith("0.4.")
                ? new TensorReader04(rdf, input, output)
                : new TensorReader05(input, output);
    }

    private static Field single(Field tensors) {
        List<Field> list = tensors.list();
        if (list.size() != 1) {
            throw new Unreadable("it has not exactly one tensor in " + tensors.name() + ".");
        }
        return list.get(0);
    }

    /** The error for a network that is not made for slices. */
    static Unreadable notPlanar(Field tensors, String axes) {
        return new Unreadable(
                "its "
                        + tensors.name()
                        + " have the axes "
                        + axes
                        + ", must be two-dimensional: batch, channel, y, x.");
    }
}
