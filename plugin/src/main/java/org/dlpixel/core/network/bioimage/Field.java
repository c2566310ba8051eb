package org.dlpixel.core.network.bioimage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** A value of a description with the path that leads to it; errors name both. */
final class Field {

    private static final int MAX_SHOWN = 80;

    private final String path;
    private final Object value;

    private Field(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    static Field of(Map<?, ?> document) {
        return new Field("", document);
    }

    /** A value of a map; absent if the map, or the key in it, is. */
    Field get(String key) {
        if (isPresent() && !(value instanceof Map<?, ?>)) {
            throw illegal("a map");
        }
        Object child = value instanceof Map<?, ?> map ? map.get(key) : null;
        return new Field(path.isEmpty() ? key : path + "." + key, child);
    }

    /** The path. */
    String name() {
        return path;
    }

    /** Neither null nor missing. */
    boolean isPresent() {
        return value != null;
    }

    boolean isMap() {
        return value instanceof Map<?, ?>;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    boolean isNumber() {
        return value instanceof Number;
    }

    /** The elements; none if absent. */
    List<Field> list() {
        if (!isPresent()) {
            return List.of();
        }
        if (!(value instanceof List<?> values)) {
            throw illegal("a list");
        }
        List<Field> fields = new ArrayList<>();
        for (Object element : values) {
            fields.add(new Field(path + "[" + fields.size() + "]", element));
        }
        return fields;
    }

    /** The keys of a map; none if absent. */
    List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    boolean isText(String text) {
        return text.equals(value);
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw illegal("a text");
    }

    Optional<String> optionalText() {
        return isPresent() ? Optional.of(text()) : Optional.empty();
    }

    int integer() {
        if (value instanceof Integer number) {
            return number;
        }
        throw illegal("a whole number");
    }

    double number() {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw illegal("a number");
    }

    double number(double absent) {
        return isPresent() ? number() : absent;
    }

    /** One number, or a list of them. */
    List<Double> numbers(double absent) {
        if (isList()) {
            return list().stream().map(Field::number).toList();
        }
        return List.of(number(absent));
    }

    /** The error for a value that cannot be used. */
    Unreadable illegal(String rule) {
        String shown = String.valueOf(value);
        return new Unreadable(
                "Illegal "
                        + path
                        + ": "
                        + (shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN))
                        + ", must be "
                        + rule
                        + ".");
    }
}
