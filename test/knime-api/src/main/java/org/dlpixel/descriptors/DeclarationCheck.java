package org.dlpixel.descriptors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what clean-room classes declare with the real declarations: every visible type and
 * member must exist with the same kind, nesting, modifiers, descriptor, generic signature and
 * exceptions; superclass and interfaces must be among the real supertypes. Declaring less is
 * allowed.
 */
public final class DeclarationCheck {
    private final DescriptorList list;
    private final Hierarchy real;

    /** A comparison with this list. */
    public DeclarationCheck(DescriptorList list) {
        this.list = list;
        this.real = new Hierarchy(list);
    }

    /** Compares all classes of org.knime and net.imagej below a folder of class files. */
    public DescriptorReport check(Path classes) throws IOException {
        Map<String, TypeFacts> all = new TreeMap<>();
        for (byte[] file : ClassFiles.read(classes)) {
            TypeFacts type = Bytecode.read(new ByteArrayInputStream(file));
            all.put(type.name(), type);
        }
        List<TypeFacts> types =
                all.values().stream()
                        .filter(type -> Hierarchy.isListed(type.name()) && isVisible(type, all))
                        .toList();
        List<String> problems = new ArrayList<>();
        int members = 0;
        for (TypeFacts type : types) {
            problems.addAll(compare(type));
            members += (int) type.members().values().stream().filter(m -> !m.synthetic()).count();
        }
        return new DescriptorReport(types.size(), members, problems);
    }

    /** A nested type is seen only where the type around it is. */
    private static boolean isVisible(TypeFacts type, Map<String, TypeFacts> all) {
        int nested = type.name().lastIndexOf('$');
        TypeFacts around = nested < 0 ? null : all.get(type.name().substring(0, nested));
        return type.isVisible() && (around == null || isVisible(around, all));
    }

    private List<String> compare(TypeFacts ours) {
        return list.find(ours.name())
                .map(theirs -> new TypeComparison(real, ours, theirs).problems())
                .orElseGet(() -> List.of(ours.name() + ": no such type"));
    }
}
