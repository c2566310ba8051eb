package org.dlpixel.descriptors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One declared type beside the real one. */
final class TypeComparison {
    private final Hierarchy real;
    private final TypeFacts ours;
    private final TypeFacts theirs;
    private final List<String> problems = new ArrayList<>();

    TypeComparison(Hierarchy real, TypeFacts ours, TypeFacts theirs) {
        this.real = real;
        this.ours = ours;
        this.theirs = theirs;
    }

    List<String> problems() {
        same("kind", TypeFacts::kind);
        same("modifiers", TypeFacts::modifiers);
        same("type parameters", TypeFacts::typeParameters);
        supertypes();
        for (Map.Entry<String, MemberFacts> member : ours.members().entrySet()) {
            if (!member.getValue().synthetic()) {
                member(member.getKey(), member.getValue());
            }
        }
        Collections.sort(problems);
        return problems;
    }

    private void same(String what, Function<TypeFacts, Object> property) {
        compare(ours.name(), what, property.apply(ours), property.apply(theirs));
    }

    private void compare(String where, String what, Object actual, Object expected) {
        if (!expected.equals(actual)) {
            problems.add("%s: %s %s, must be %s".formatted(where, what, actual, expected));
        }
    }

    private void supertypes() {
        Set<String> closure = real.closure(theirs.name());
        for (String parent : ours.parents()) {
            if (!closure.contains(parent) && !parent.equals("java/lang/Object")) {
                problems.add(ours.name() + ": supertype " + parent + ", must be one of " + closure);
            }
        }
    }

    private void member(String key, MemberFacts mine) {
        MemberFacts other = theirs.members().get(key);
        String where = ours.name() + "." + key;
        if (other == null) {
            problems.add(where + ": no such member");
            return;
        }
        compare(where, "descriptor", mine.descriptor(), other.descriptor());
        compare(where, "modifiers", mine.modifiers(), other.modifiers());
        compare(where, "signature", mine.signature(), other.signature());
        compare(where, "exceptions", mine.exceptions(), known(other.exceptions()));
    }

    /** Exceptions that the list lacks cannot be declared. */
    private Set<String> known(Set<String> exceptions) {
        return exceptions.stream()
                .filter(name -> real.find(name).isPresent())
                .collect(Collectors.toSet());
    }
}
