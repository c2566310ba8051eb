package org.dlpixel.nodes.convert;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files made from names of rows: legal on every system, and never the same twice. */
public final class FileNames {

    private final Set<String> taken = new HashSet<>();

    /**
     * @param start of the name
     * @param row of which every unusual character becomes an underscore
     * @param end of the name, with its dot
     */
    public String of(String start, String row, String end) {
        String name = start + row.replaceAll("[^A-Za-z0-9._-]", "_");
        String unique = name + end;
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + "_" + i + end;
        }
        return unique;
    }
}
