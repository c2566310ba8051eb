package org.dlpixel.descriptors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The real descriptors. */
public final class DescriptorList {
    private static final String RESOURCE = "knime-5.12.txt";

    private final Map<String, TypeFacts> types;

    private DescriptorList(Map<String, TypeFacts> types) {
        this.types = types;
    }

    /** The list that comes with this class. */
    public static DescriptorList knime() {
        return parse(lines());
    }

    static List<String> lines() {
        try (InputStream stream = DescriptorList.class.getResourceAsStream(RESOURCE);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DescriptorList parse(List<String> lines) {
        Map<String, TypeFacts> types = new LinkedHashMap<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                add(block, types);
                block.clear();
            } else {
                block.add(line);
            }
        }
        add(block, types);
        return new DescriptorList(types);
    }

    private static void add(List<String> block, Map<String, TypeFacts> types) {
        if (!block.isEmpty()) {
            TypeFacts type = DescriptorBlock.parse(block);
            if (types.put(type.name(), type) != null) {
                throw new IllegalArgumentException("illegal list: twice " + type.name());
            }
        }
    }

    Optional<TypeFacts> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Set<String> names() {
        return types.keySet();
    }
}
