package org.dlpixel.nodes.convert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.predict.SliceRange;

/**
 * Slices as users write them: {@code 5}, {@code 10..20}, {@code 10..}, {@code ..20}, {@code /5}.
 */
public final class SliceText {

    private static final Pattern ONE = Pattern.compile("\\d{1,9}");
    private static final Pattern RANGE =
            Pattern.compile("(?:(\\d{0,9})\\s*\\.\\.\\s*(\\d{0,9}))?\\s*(?:/\\s*(\\d{1,9}))?");

    private SliceText() {}

    /**
     * @throws InvalidInput if the text means no slices
     */
    public static SliceRange parse(String text) {
        String stripped = text == null ? "" : text.strip();
        if (ONE.matcher(stripped).matches()) {
            int slice = Integer.parseInt(stripped);
            return new SliceRange(slice, slice, 1);
        }
        Matcher range = RANGE.matcher(stripped);
        if (!range.matches()) {
            throw InvalidInput.of(
                    "slices",
                    "'" + text + "'",
                    "empty for all, one number, or from..to/step such as 100..200/10");
        }
        return new SliceRange(
                number(range.group(1), SliceRange.ALL.from()),
                number(range.group(2), SliceRange.ALL.to()),
                number(range.group(3), SliceRange.ALL.step()));
    }

    /**
     * The text that {@link #parse} understands as a range, its end made plain.
     *
     * @param depth slices that a time point has
     */
    public static String of(SliceRange range, int depth) {
        return range.from() + ".." + Math.min(range.to(), depth - 1) + "/" + range.step();
    }

    private static int number(String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }
}
