package org.dlpixel.descriptors;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the references of one class. */
final class TypeReferences {
    /** An internal name within a descriptor or generic signature, after its L. */
    private static final Pattern NAME = Pattern.compile("L([A-Za-z_][\\w$]*(?:/[\\w$]+)+)");

    private final String from;
    private final Set<Reference> references;

    TypeReferences(String from, Set<Reference> references) {
        this.from = from;
        this.references = references;
    }

    void add(Reference.Use use, String owner, String key) {
        references.add(new Reference(from, owner, key, use));
    }

    void add(String internalName) {
        if (internalName == null) {
            return;
        }
        if (internalName.startsWith("[")) {
            inText(internalName);
        } else {
            add(Reference.Use.TYPE, internalName, "");
        }
    }

    void addAll(String[] internalNames) {
        if (internalNames != null) {
            for (String name : internalNames) {
                add(name);
            }
        }
    }

    /** The types of a descriptor or generic signature, which may be null. */
    void inText(String text) {
        if (text != null) {
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                add(Reference.Use.TYPE, names.group(1), "");
            }
        }
    }

    /** An annotation's type, and what its values refer to. */
    AnnotationVisitor inAnnotation(String descriptor) {
        inText(descriptor);
        return new Values(Type.getType(descriptor).getInternalName());
    }

    private final class Values extends AnnotationVisitor {
        private final String annotation;

        /** Values of an annotation; of an array if there is no annotation. */
        Values(String annotation) {
            super(Opcodes.ASM9);
            this.annotation = annotation;
        }

        private void named(String name, String result) {
            if (!annotation.isEmpty()) {
                add(Reference.Use.TYPE, annotation, "");
                if (!result.isEmpty()) {
                    add(Reference.Use.INTERFACE_METHOD, annotation, name + "()" + result);
                }
            }
        }

        @Override
        public void visit(String name, Object value) {
            if (value instanceof Type type) {
                inText(type.getDescriptor());
                named(name, "Ljava/lang/Class;");
            } else if (value instanceof String) {
                named(name, "Ljava/lang/String;");
            }
        }

        @Override
        public void visitEnum(String name, String descriptor, String value) {
            add(Reference.Use.STATIC_FIELD, Type.getType(descriptor).getInternalName(), value);
            named(name, descriptor);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            named(name, annotation.isEmpty() ? "" : descriptor);
            return inAnnotation(descriptor);
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return new Values("");
        }
    }
}
