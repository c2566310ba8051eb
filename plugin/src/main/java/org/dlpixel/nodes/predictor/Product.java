package org.dlpixel.nodes.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.io.StackTarget.Content;
import org.dlpixel.core.io.StackTarget.Intensities;
import org.dlpixel.core.io.StackTarget.Labels;
import org.dlpixel.core.io.StackTarget.Named;
import org.dlpixel.core.view.Palette;

/** What a volume gives, each in a column of its own. */
enum Product {
    SEGMENTATION("segmentation") {
        @Override
        PixelType type(OutputParameters output) {
            return PixelType.UINT8;
        }

        @Override
        int channels(ClassList classes) {
            return 1;
        }

        @Override
        Content content(OutputParameters output, ClassList classes) {
            return new Labels(named(classes, output.m_values.offset()));
        }
    },

    PROBABILITIES("probabilities") {
        @Override
        PixelType type(OutputParameters output) {
            return output.m_mapType.type();
        }

        @Override
        int channels(ClassList classes) {
            return classes.size();
        }

        @Override
        Content content(OutputParameters output, ClassList classes) {
            return new Intensities(named(classes, 0));
        }
    },

    UNCERTAINTY("uncertainty") {
        @Override
        PixelType type(OutputParameters output) {
            return output.m_mapType.type();
        }

        @Override
        int channels(ClassList classes) {
            return 1;
        }

        @Override
        Content content(OutputParameters output, ClassList classes) {
            return new Intensities(List.of());
        }
    };

    private final String text;

    Product(String text) {
        this.text = text;
    }

    /** In lower case, for names of columns and files. */
    String text() {
        return text;
    }

    abstract PixelType type(OutputParameters output);

    abstract int channels(ClassList classes);

    abstract Content content(OutputParameters output, ClassList classes);

    /** Those that are asked for, the segmentation first. */
    static List<Product> of(OutputParameters output) {
        List<Product> products = new ArrayList<>(List.of(SEGMENTATION));
        if (output.m_probabilities) {
            products.add(PROBABILITIES);
        }
        if (output.m_uncertainty != Choices.UncertaintyMap.NONE) {
            products.add(UNCERTAINTY);
        }
        return products;
    }

    private static List<Named> named(ClassList classes, int offset) {
        return IntStream.range(0, classes.size())
                .mapToObj(c -> new Named(c + offset, classes.name(c), Palette.of(c)))
                .toList();
    }
}
