package org.dlpixel.descriptors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Compares what a plug-in's classes refer to with the real declarations: every type of org.knime
 * and net.imagej must exist; every field and method must be found in its owner or be inherited
 * there, be visible, and be static or not as it is used; every abstract method must be implemented.
 */
public final class ReferenceCheck {
    private final Hierarchy real;

    /** A comparison with this list. */
    public ReferenceCheck(DescriptorList list) {
        this.real = new Hierarchy(list);
    }

    /** Compares all references of the class files below a folder. */
    public DescriptorReport check(Path classes) throws IOException {
        Map<String, TypeFacts> own = new HashMap<>();
        Set<Reference> references = new LinkedHashSet<>();
        for (byte[] file : ClassFiles.read(classes)) {
            TypeFacts type = Bytecode.read(new ByteArrayInputStream(file));
            own.put(type.name(), type);
            new ClassReader(file)
                    .accept(new ReferenceCollector(references), ClassReader.SKIP_DEBUG);
        }
        return report(own, references);
    }

    private DescriptorReport report(Map<String, TypeFacts> own, Set<Reference> references) {
        ReferenceRules rules = new ReferenceRules(real, own);
        Set<String> types = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        int members = 0;
        for (Reference reference : references) {
            if (Hierarchy.isListed(reference.owner()) && !own.containsKey(reference.owner())) {
                types.add(reference.owner());
                members += reference.isType() ? 0 : 1;
                problems.addAll(rules.problems(reference));
            }
        }
        own.values().forEach(type -> problems.addAll(rules.unimplemented(type)));
        return new DescriptorReport(types.size(), members, problems);
    }
}
