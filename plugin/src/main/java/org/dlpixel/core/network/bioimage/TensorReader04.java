package org.dlpixel.core.network.bioimage;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.network.bioimage.ForeignTensor.Extent;

/** Input and output as specification 0.4 describes them. */
record TensorReader04(Field rdf, Field inputField, Field outputField) implements TensorReader {

    private static final String AXES = "bcyx";
    private static final int CHANNEL = 1;
    private static final int Y = 2;
    private static final int X = 3;

    @Override
    public ForeignTensor input() {
        requireAxes(inputField);
        Field shape = inputField.get("shape");
        return new ForeignTensor(
                at(shape.isMap() ? shape.get("min") : shape, CHANNEL),
                List.of(),
                inputExtent(shape, Y),
                inputExtent(shape, X),
                new ProcessingReader("c", inputField.get("name").text())
                        .input(inputField.get("preprocessing"), inputField.get("data_type")),
                first("test_inputs"));
    }

    @Override
    public ForeignTensor output(ForeignTensor input) {
        requireAxes(outputField);
        Field shape = outputField.get("shape");
        return new ForeignTensor(
                channels(shape, input),
                List.of(),
                outputExtent(shape, Y, input.height()),
                outputExtent(shape, X, input.width()),
                new ProcessingReader("c", outputField.get("name").text())
                        .output(outputField.get("postprocessing")),
                first("test_outputs"));
    }

    private static void requireAxes(Field tensor) {
        String axes = tensor.get("axes").text();
        if (!axes.equals(AXES)) {
            throw TensorReader.notPlanar(tensor, axes);
        }
    }

    private static Extent inputExtent(Field shape, int axis) {
        return shape.isMap()
                ? new Extent(at(shape.get("min"), axis), at(shape.get("step"), axis), 0)
                : new Extent(at(shape, axis), 0, 0);
    }

    private Extent outputExtent(Field shape, int axis, Extent input) {
        boolean same =
                shape.isMap()
                        ? scale(shape, axis) == 1 && offset(shape, axis) == 0
                        : input.step() == 0 && at(shape, axis) == input.min();
        if (!same) {
            throw shape.illegal("the size of the input");
        }
        Field halo = outputField.get("halo");
        return new Extent(input.min(), input.step(), halo.isPresent() ? at(halo, axis) : 0);
    }

    /** Size = size of the reference * scale + 2 * offset. */
    private static int channels(Field shape, ForeignTensor input) {
        return shape.isMap()
                ? (int) (input.channels() * scale(shape, CHANNEL) + 2 * offset(shape, CHANNEL))
                : at(shape, CHANNEL);
    }

    private static double scale(Field shape, int axis) {
        return number(shape.get("scale"), axis, 1);
    }

    private static double offset(Field shape, int axis) {
        return number(shape.get("offset"), axis, 0);
    }

    private static double number(Field list, int axis, double absent) {
        return list.isPresent() ? element(list, axis).number(0) : absent;
    }

    private static int at(Field list, int axis) {
        return element(list, axis).integer();
    }

    private static Field element(Field list, int axis) {
        List<Field> values = list.list();
        if (values.size() != AXES.length()) {
            throw list.illegal("one number per axis");
        }
        return values.get(axis);
    }

    private Optional<String> first(String files) {
        return rdf.get(files).list().stream().findFirst().map(Field::text);
    }
}
