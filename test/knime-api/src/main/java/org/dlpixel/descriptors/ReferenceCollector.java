package org.dlpixel.descriptors;

import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects what a class refers to: in its head, its members, its annotations and its code. */
final class ReferenceCollector extends ClassVisitor {
    private final Set<Reference> references;
    private TypeReferences types;

    ReferenceCollector(Set<Reference> references) {
        super(Opcodes.ASM9);
        this.references = references;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces) {
        types = new TypeReferences(name, references);
        types.inText(signature);
        types.add(superName);
        types.addAll(interfaces);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return types.inAnnotation(descriptor);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, String signature, Object value) {
        types.inText(descriptor);
        types.inText(signature);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return types.inAnnotation(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        types.inText(descriptor);
        types.inText(signature);
        types.addAll(exceptions);
        return new CodeReferences(types);
    }
}
