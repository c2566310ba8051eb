package org.dlpixel.descriptors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** When a reference is right. */
final class ReferenceRules {
    private final Hierarchy real;
    private final Map<String, TypeFacts> own;

    ReferenceRules(Hierarchy real, Map<String, TypeFacts> own) {
        this.real = real;
        this.own = own;
    }

    List<String> problems(Reference reference) {
        Optional<TypeFacts> owner = real.find(reference.owner());
        if (owner.isEmpty()) {
            return List.of(reference + ": no such type");
        }
        if (reference.use() == Reference.Use.LAMBDA) {
            return lambda(reference);
        }
        return reference.isType() ? List.of() : member(reference, owner.get());
    }

    private List<String> member(Reference reference, TypeFacts owner) {
        Optional<MemberFacts> found = real.resolve(reference.owner(), reference.key());
        if (found.isEmpty()) {
            return List.of(reference + ": no such member");
        }
        List<String> problems = new ArrayList<>();
        MemberFacts member = found.get();
        if (member.is(Modifier.STATIC) != reference.isStatic()) {
            problems.add(reference + ": static there or here, but not both");
        }
        if (member.is(Modifier.PROTECTED) && !inherits(reference.from(), reference.owner())) {
            problems.add(reference + ": is protected");
        }
        Reference.Use wrong =
                owner.kind().isInterface() ? Reference.Use.METHOD : Reference.Use.INTERFACE_METHOD;
        if (reference.use() == wrong) {
            problems.add(reference + ": is " + owner.kind());
        }
        return problems;
    }

    private boolean inherits(String from, String owner) {
        String outermost = from;
        while (true) {
            if (ancestors(outermost).contains(owner)) {
                return true;
            }
            int nested = outermost.lastIndexOf('$');
            if (nested < 0) {
                return false;
            }
            outermost = outermost.substring(0, nested);
        }
    }

    private List<String> lambda(Reference reference) {
        Set<String> methods = new LinkedHashSet<>();
        for (String type : real.closure(reference.owner())) {
            real.find(type).stream()
                    .filter(facts -> facts.kind().isInterface())
                    .flatMap(facts -> facts.members().values().stream())
                    .filter(member -> member.is(Modifier.ABSTRACT))
                    .forEach(member -> methods.add(member.key()));
        }
        return methods.size() == 1
                ? List.of()
                : List.of(reference + ": lambda of an interface that declares " + methods);
    }

    /**
     * Abstract methods of real supertypes that the plug-in's concrete class lacks. Compared by name
     * and number of parameters: the list has no bridge methods, so generic ones differ in
     * descriptor.
     */
    List<String> unimplemented(TypeFacts type) {
        if (type.is(Modifier.ABSTRACT) || type.kind().isInterface()) {
            return List.of();
        }
        Set<String> ancestors = ancestors(type.name());
        if (ancestors.stream().noneMatch(Hierarchy::isListed)) {
            return List.of();
        }
        Map<String, String> missing = new LinkedHashMap<>();
        Set<String> present = new LinkedHashSet<>();
        for (String ancestor : ancestors) {
            for (MemberFacts method : methods(ancestor)) {
                if (method.is(Modifier.ABSTRACT)) {
                    missing.put(shape(method), method.key());
                } else {
                    present.add(shape(method));
                }
            }
        }
        missing.keySet().removeAll(present);
        return missing.values().stream()
                .map(key -> type.name() + ": does not implement " + key)
                .toList();
    }

    private static String shape(MemberFacts method) {
        String name = method.key().substring(0, method.key().indexOf('('));
        return name + "/" + Type.getArgumentTypes(method.descriptor()).length;
    }

    private List<MemberFacts> methods(String type) {
        return facts(type)
                .map(facts -> facts.members().values().stream().filter(MemberFacts::isMethod))
                .map(Stream::toList)
                .orElse(List.of());
    }

    private Optional<TypeFacts> facts(String name) {
        TypeFacts mine = own.get(name);
        return mine != null ? Optional.of(mine) : real.find(name);
    }

    private Set<String> ancestors(String name) {
        Set<String> seen = new LinkedHashSet<>();
        collect(name, seen);
        return seen;
    }

    private void collect(String name, Set<String> seen) {
        if (seen.add(name)) {
            facts(name).ifPresent(type -> type.parents().forEach(p -> collect(p, seen)));
        }
    }
}
