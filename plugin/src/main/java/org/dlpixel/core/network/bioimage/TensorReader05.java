package org.dlpixel.core.network.bioimage;

import java.util.List;
import org.dlpixel.core.network.bioimage.ForeignTensor.Extent;

/** Input and output as specification 0.5 describes them. */
record TensorReader05(Field inputField, Field outputField) implements TensorReader {

    private static final List<String> TYPES = List.of("batch", "channel", "space", "space");
    private static final int BATCH = 0;
    private static final int CHANNEL = 1;
    private static final int Y = 2;
    private static final int X = 3;

    @Override
    public ForeignTensor input() {
        List<Field> axes = axes(inputField);
        return new ForeignTensor(
                channels(axes.get(CHANNEL)),
                names(axes.get(CHANNEL)),
                inputExtent(axes.get(Y)),
                inputExtent(axes.get(X)),
                new ProcessingReader("channel", id(inputField, "input"))
                        .input(inputField.get("preprocessing"), type(inputField.get("data"))),
                inputField.get("test_tensor").get("source").optionalText());
    }

    @Override
    public ForeignTensor output(ForeignTensor input) {
        List<Field> axes = axes(outputField);
        return new ForeignTensor(
                channels(axes.get(CHANNEL)),
                names(axes.get(CHANNEL)),
                outputExtent(axes.get(Y), axes(inputField).get(Y), input.height()),
                outputExtent(axes.get(X), axes(inputField).get(X), input.width()),
                new ProcessingReader("channel", id(outputField, "output"))
                        .output(outputField.get("postprocessing")),
                outputField.get("test_tensor").get("source").optionalText());
    }

    /** Channels may be described one by one. */
    private static Field type(Field data) {
        return (data.isList() ? data.list().stream().findFirst().orElse(data) : data).get("type");
    }

    private static List<Field> axes(Field tensor) {
        List<Field> axes = tensor.get("axes").list();
        List<String> types = axes.stream().map(axis -> axis.get("type").text()).toList();
        List<String> ids =
                axes.stream()
                        .map(axis -> axis.get("id").optionalText().orElse(axis.get("type").text()))
                        .toList();
        if (!types.equals(TYPES) || !ids.get(Y).equals("y") || !isX(axes.get(X))) {
            throw TensorReader.notPlanar(tensor, ids.toString());
        }
        Field batch = axes.get(BATCH).get("size");
        if (batch.isPresent() && batch.integer() != 1) {
            throw batch.illegal("1");
        }
        return axes;
    }

    private static boolean isX(Field axis) {
        return axis.get("id").optionalText().orElse("x").equals("x");
    }

    private static String id(Field tensor, String absent) {
        return tensor.get("id").optionalText().orElse(absent);
    }

    private static List<String> names(Field axis) {
        return axis.get("channel_names").list().stream().map(Field::text).toList();
    }

    private static int channels(Field axis) {
        List<String> names = names(axis);
        return names.isEmpty() ? axis.get("size").integer() : names.size();
    }

    private static Extent inputExtent(Field axis) {
        Field size = axis.get("size");
        if (size.isNumber()) {
            return new Extent(size.integer(), 0, 0);
        }
        if (!size.get("min").isPresent()) {
            throw size.illegal("a number, or min and step");
        }
        return new Extent(size.get("min").integer(), size.get("step").integer(), 0);
    }

    private Extent outputExtent(Field axis, Field inputAxis, Extent input) {
        Field size = axis.get("size");
        boolean same =
                size.isNumber()
                        ? input.step() == 0 && size.integer() == input.min()
                        : refers(size, inputAxis) && scale(axis) == scale(inputAxis);
        if (!same) {
            throw size.illegal("the size of the input");
        }
        Field halo = axis.get("halo");
        return new Extent(input.min(), input.step(), halo.isPresent() ? halo.integer() : 0);
    }

    private boolean refers(Field size, Field inputAxis) {
        String axis = inputAxis.get("id").optionalText().orElse("x");
        return size.get("tensor_id").isText(id(inputField, "input"))
                && size.get("axis_id").isText(axis)
                && size.get("offset").number(0) == 0;
    }

    private static double scale(Field axis) {
        return axis.get("scale").number(1);
    }
}
