package org.dlpixel.core.network.bioimage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Somebody who made a model.
 *
 * @param name not blank, without slashes
 * @param affiliation where they work, if known; not blank, without slashes
 */
public record Author(String name, Optional<String> affiliation) {

    private static final Pattern TEXT = Pattern.compile("([^()]+?)\\s*(?:\\(([^()]+)\\))?");
    private static final String RULE = "\"Name (Affiliation); Name (Affiliation)\" without slashes";

    public Author {
        requireText(name);
        affiliation.ifPresent(Author::requireText);
    }

    /**
     * Authors as users write them.
     *
     * @param text {@code Name (Affiliation); Name (Affiliation)}, affiliations may be left out
     * @throws InvalidInput if the text is written otherwise or names nobody
     */
    public static List<Author> parse(String text) {
        List<Author> authors =
                Arrays.stream(text.split(";", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(Author::parseOne)
                        .toList();
        if (authors.isEmpty()) {
            throw InvalidInput.of("authors", "''", RULE);
        }
        return authors;
    }

    private static Author parseOne(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw InvalidInput.of("author", text, RULE);
        }
        return new Author(
                matcher.group(1), Optional.ofNullable(matcher.group(2)).map(String::strip));
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.contains("/") || text.contains("\\")) {
            throw InvalidInput.of("author", text, RULE);
        }
    }
}
