package org.dlpixel.core.io.labels;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * Several label layers as one.
 *
 * <p>Every layer is sparse: 0 unlabelled, 1 background, 2.. its classes. The classes of the first
 * layer keep their values; those of the second follow them, and so on: with values 1..3 in layer 0
 * and 1..2 in layer 1, the value 2 of layer 1 is the fourth class. Where several layers name a
 * class, the first one counts; background only counts where no layer names a class.
 *
 * @param firstClass for every layer the class index of its value 2
 */
record ProjectLayers(List<Integer> firstClass) {

    ProjectLayers {
        firstClass = List.copyOf(firstClass);
    }

    /**
     * @param largest largest value of every layer in the whole project
     */
    static ProjectLayers of(int... largest) {
        Integer[] first = new Integer[largest.length];
        int next = 1;
        for (int layer = 0; layer < largest.length; layer++) {
            first[layer] = next;
            next += Math.max(0, largest[layer] - 1);
        }
        if (next > LabelMask.MAX_CLASSES) {
            throw InvalidInput.of(
                    "number of classes of all layers", next, "at most " + LabelMask.MAX_CLASSES);
        }
        return new ProjectLayers(List.of(first));
    }

    /**
     * @param layers class indices of each layer by its own count
     */
    LabelMask merge(List<LabelMask> layers) {
        LabelMask first = layers.get(0);
        byte[] out = first.classes().clone();
        for (int layer = 1; layer < layers.size(); layer++) {
            byte[] classes = layers.get(layer).classes();
            int shift = firstClass.get(layer) - 1;
            for (int i = 0; i < out.length; i++) {
                if (classes[i] > 0 && out[i] <= 0) {
                    out[i] = (byte) (classes[i] + shift);
                } else if (classes[i] == 0 && out[i] == LabelMask.IGNORE) {
                    out[i] = 0;
                }
            }
        }
        return new LabelMask(first.width(), first.height(), out);
    }

    /** Class indices of one layer's file, by the layer's own count. */
    static LabelMask read(Path file) {
        FloatImage values = ProjectImages.openLabels(file);
        try {
            return LabelEncoding.SPARSE.decode(values.width(), values.height(), values.pixels());
        } catch (InvalidInput e) {
            throw new InvalidInput(e.getMessage() + " In " + file + ".", e);
        }
    }

    /** Number of layers: what {@code info.json} states, else how many folders there are. */
    static int count(Path info, String key, Path folder, String prefix) {
        if (Files.exists(info)) {
            try (Reader in = Files.newBufferedReader(info)) {
                JsonElement stated = JsonParser.parseReader(in).getAsJsonObject().get(key);
                if (stated != null && stated.getAsInt() > 0) {
                    return stated.getAsInt();
                }
            } catch (JsonParseException
                    | IllegalStateException
                    | UnsupportedOperationException
                    | NumberFormatException e) {
                throw new InvalidInput("Illegal project file " + info + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw new Unreadable("Cannot read " + info + ": " + e.getMessage(), e);
            }
        }
        int count = 1;
        while (Files.isDirectory(folder.resolve(prefix + count))) {
            count++;
        }
        return count;
    }
}
