package org.dlpixel.core.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * The classes that are told apart, by class index; the first is the background.
 *
 * @param names 2..127 different, non-blank names
 */
public record ClassList(List<String> names) {

    public ClassList {
        names = List.copyOf(names);
        if (names.size() < 2 || names.size() > LabelMask.MAX_CLASSES) {
            throw InvalidInput.of(
                    "number of classes",
                    names.size(),
                    "2.." + LabelMask.MAX_CLASSES + " (background included)");
        }
        if (names.stream().anyMatch(String::isBlank)) {
            throw InvalidInput.of("class names", names, "not blank");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw InvalidInput.of("class names", names, "all different");
        }
    }

    /** {@code background, class 1, class 2, ...} */
    public static ClassList numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(i == 0 ? "background" : "class " + i);
        }
        return new ClassList(names);
    }

    public int size() {
        return names.size();
    }

    public String name(int classIndex) {
        return names.get(classIndex);
    }
}
