package org.dlpixel.descriptors;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a type's declarations from a class file. */
final class Bytecode extends ClassVisitor {
    private static final int SEEN = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final Map<String, MemberFacts> members = new LinkedHashMap<>();
    private String name;
    private Kind kind;
    private int access;
    private Optional<String> superName = Optional.empty();
    private List<String> interfaces = List.of();
    private Optional<String> signature = Optional.empty();

    private Bytecode() {
        super(Opcodes.ASM9);
    }

    static TypeFacts read(InputStream stream) throws IOException {
        Bytecode visitor = new Bytecode();
        new ClassReader(stream).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return visitor.facts();
    }

    private TypeFacts facts() {
        Set<Modifier> modifiers = Modifier.ofType(access);
        if (kind.isInterface()) {
            modifiers.remove(Modifier.ABSTRACT);
        }
        return new TypeFacts(name, kind, modifiers, superName, interfaces, signature, members);
    }

    @Override
    public void visit(
            int version,
            int typeAccess,
            String typeName,
            String typeSignature,
            String parent,
            String[] parents) {
        name = typeName;
        kind = Kind.of(typeAccess);
        access = typeAccess;
        superName = Optional.ofNullable(parent).filter(p -> !kind.isInterface());
        interfaces = List.of(parents);
        signature = Optional.ofNullable(typeSignature);
    }

    /** The flags of a nested type's own declaration stand here. */
    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int innerAccess) {
        if (inner.equals(name)) {
            access = innerAccess | (access & Opcodes.ACC_DEPRECATED);
        }
    }

    @Override
    public FieldVisitor visitField(
            int flags, String field, String descriptor, String generic, Object value) {
        if ((flags & SEEN) != 0) {
            add(field, descriptor, Modifier.ofType(flags), generic, Set.of(), flags);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String method, String descriptor, String generic, String[] exceptions) {
        if ((flags & SEEN) != 0) {
            add(
                    MemberFacts.methodKey(method, descriptor),
                    descriptor,
                    Modifier.ofMethod(flags),
                    generic,
                    exceptions == null ? Set.of() : Set.of(exceptions),
                    flags);
        }
        return null;
    }

    private void add(
            String key,
            String descriptor,
            Set<Modifier> modifiers,
            String generic,
            Set<String> exceptions,
            int flags) {
        boolean synthetic = (flags & Opcodes.ACC_SYNTHETIC) != 0;
        members.put(
                key,
                new MemberFacts(
                        key,
                        descriptor,
                        modifiers,
                        Optional.ofNullable(generic),
                        exceptions,
                        synthetic));
    }
}
