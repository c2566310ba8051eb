package org.dlpixel.core.network.bioimage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Class names as the specification wants channel names: identifiers of Python, no keywords. The
 * names themselves are kept in our part of the field config.
 */
final class Identifiers {

    /** Words that are identifiers but mean something in Python. */
    private static final Set<String> KEYWORDS =
            Set.of(
                    "False",
                    "None",
                    "True",
                    "and",
                    "as",
                    "assert",
                    "async",
                    "await",
                    "break",
                    "class",
                    "continue",
                    "def",
                    "del",
                    "elif",
                    "else",
                    "except",
                    "finally",
                    "for",
                    "from",
                    "global",
                    "if",
                    "import",
                    "in",
                    "is",
                    "lambda",
                    "nonlocal",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "try",
                    "while",
                    "with",
                    "yield");

    private Identifiers() {}

    /** Different identifiers for different names, in the same order. */
    static List<String> of(List<String> names) {
        List<String> identifiers = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String name : names) {
            String base = of(name);
            String identifier = base;
            for (int i = 2; !used.add(identifier); i++) {
                identifier = base + "_" + i;
            }
            identifiers.add(identifier);
        }
        return identifiers;
    }

    private static String of(String name) {
        String text = name.strip().replaceAll("[^\\p{L}\\p{Nd}_]", "_");
        boolean starts = Character.isLetter(text.codePointAt(0)) || text.startsWith("_");
        return starts && !KEYWORDS.contains(text) ? text : "_" + text;
    }
}
