package org.dlpixel.descriptors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type with its public and protected members.
 *
 * @param name internal name
 * @param kind its kind
 * @param modifiers its modifiers; those of the declaration for a nested type
 * @param superName internal name of the superclass; of interfaces none
 * @param interfaces internal names of the direct interfaces
 * @param signature generic signature, if it has one
 * @param members the members by key
 */
record TypeFacts(
        String name,
        Kind kind,
        Set<Modifier> modifiers,
        Optional<String> superName,
        List<String> interfaces,
        Optional<String> signature,
        Map<String, MemberFacts> members) {
    TypeFacts {
        modifiers = Set.copyOf(modifiers);
        interfaces = List.copyOf(interfaces);
        members = Map.copyOf(members);
    }

    boolean is(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    /** Whether other packages see it. */
    boolean isVisible() {
        return is(Modifier.PUBLIC) || is(Modifier.PROTECTED);
    }

    /** Superclass and interfaces. */
    List<String> parents() {
        List<String> parents = new ArrayList<>(interfaces);
        superName.ifPresent(parents::add);
        return parents;
    }

    /** The part of the generic signature that declares type parameters; empty if there is none. */
    String typeParameters() {
        String text = signature.orElse("");
        if (!text.startsWith("<")) {
            return "";
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, i + 1);
            }
        }
        throw new IllegalArgumentException("illegal signature: " + text);
    }
}
