package org.dlpixel.descriptors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types and their supertypes: those of the list as the list has them, all others as the class path
 * has them.
 */
final class Hierarchy {
    private final DescriptorList list;
    private final Map<String, Optional<TypeFacts>> others = new HashMap<>();

    Hierarchy(DescriptorList list) {
        this.list = list;
    }

    /** Whether the list is asked about such a type. */
    static boolean isListed(String name) {
        return name.startsWith("org/knime/") || name.startsWith("net/imagej/");
    }

    Optional<TypeFacts> find(String name) {
        return isListed(name)
                ? list.find(name)
                : others.computeIfAbsent(name, Hierarchy::fromClassPath);
    }

    /** The type's name and those of all its known supertypes. */
    Set<String> closure(String name) {
        Set<String> seen = new LinkedHashSet<>();
        collect(name, seen);
        return seen;
    }

    private void collect(String name, Set<String> seen) {
        if (seen.add(name)) {
            find(name).ifPresent(type -> type.parents().forEach(p -> collect(p, seen)));
        }
    }

    /** The member that a reference means: the type's own, else an inherited one. */
    Optional<MemberFacts> resolve(String owner, String key) {
        List<String> order = new ArrayList<>(closure(owner));
        if (find(owner).map(type -> type.kind().isInterface()).orElse(false)) {
            order.add("java/lang/Object");
        }
        boolean constructor = key.startsWith("<init>");
        return order.stream()
                .limit(constructor ? 1 : order.size())
                .flatMap(type -> find(type).stream())
                .flatMap(type -> Optional.ofNullable(type.members().get(key)).stream())
                .findFirst();
    }

    private static Optional<TypeFacts> fromClassPath(String name) {
        ClassLoader loader = Hierarchy.class.getClassLoader();
        try (InputStream stream = loader.getResourceAsStream(name + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(Bytecode.read(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
