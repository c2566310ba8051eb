package org.knime.node.parameters.widget.choices.filter;

import java.util.regex.Pattern;
import org.knime.node.parameters.persistence.Persistable;

/** Selection by a pattern of wildcards or a regular expression. */
final class PatternFilter implements Persistable {
    String m_pattern = "";
    boolean m_isCaseSensitive;
    boolean m_isInverted;

    boolean selects(String value, FilterMode mode) {
        String regex = mode == FilterMode.REGEX ? m_pattern : wildcard(m_pattern);
        int flags = m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        boolean matches = Pattern.compile(regex, flags | Pattern.DOTALL).matcher(value).matches();
        return matches != m_isInverted;
    }

    private static String wildcard(String pattern) {
        var regex = new StringBuilder();
        pattern.chars()
                .forEach(
                        c ->
                                regex.append(
                                        switch (c) {
                                            case '*' -> ".*";
                                            case '?' -> ".";
                                            default -> Pattern.quote(Character.toString(c));
                                        }));
        return regex.toString();
    }
}
