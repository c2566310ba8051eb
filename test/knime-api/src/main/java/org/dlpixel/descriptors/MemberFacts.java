package org.dlpixel.descriptors;

import java.util.Optional;
import java.util.Set;

/**
 * A field or method.
 *
 * @param key name of a field; name and descriptor of a method
 * @param descriptor JVM descriptor
 * @param modifiers its modifiers
 * @param signature generic signature, if it has one
 * @param exceptions internal names of the declared exceptions
 * @param synthetic made by the compiler
 */
record MemberFacts(
        String key,
        String descriptor,
        Set<Modifier> modifiers,
        Optional<String> signature,
        Set<String> exceptions,
        boolean synthetic) {
    MemberFacts {
        modifiers = Set.copyOf(modifiers);
        exceptions = Set.copyOf(exceptions);
    }

    static String methodKey(String name, String descriptor) {
        return name + descriptor;
    }

    boolean isMethod() {
        return descriptor.startsWith("(");
    }

    boolean is(Modifier modifier) {
        return modifiers.contains(modifier);
    }
}
