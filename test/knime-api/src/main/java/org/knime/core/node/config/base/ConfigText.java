package org.knime.core.node.config.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Control characters in attribute values: %%00010 stands for the character with code 10. */
final class ConfigText {
    private static final Pattern ESCAPE = Pattern.compile("%%(\\d{5})");
    private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x1f\\x7f]|%(?=%\\d{5})");

    private ConfigText() {}

    static String escape(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(m -> "%%%%%05d".formatted((int) m.group().charAt(0)));
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        Character.toString((char) Integer.parseInt(m.group(1)))));
    }
}
