package org.dlpixel.descriptors;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what code refers to. */
final class CodeReferences extends MethodVisitor {
    private final TypeReferences references;

    CodeReferences(TypeReferences references) {
        super(Opcodes.ASM9);
        this.references = references;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return references.inAnnotation(descriptor);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        references.add(type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        references.inText(descriptor);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        references.add(type);
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof Type type) {
            references.inText(type.getDescriptor());
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        references.inText(descriptor);
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        references.add(isStatic ? Reference.Use.STATIC_FIELD : Reference.Use.FIELD, owner, name);
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        method(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor, isInterface);
    }

    private void method(
            boolean isStatic, String owner, String name, String descriptor, boolean isInterface) {
        references.inText(descriptor);
        references.add(
                isStatic
                        ? Reference.Use.STATIC_METHOD
                        : isInterface ? Reference.Use.INTERFACE_METHOD : Reference.Use.METHOD,
                owner,
                MemberFacts.methodKey(name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
        references.inText(descriptor);
        if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
            String type = Type.getReturnType(descriptor).getInternalName();
            references.add(Reference.Use.LAMBDA, type, "");
        }
        for (Object argument : arguments) {
            if (argument instanceof Type type) {
                references.inText(type.getDescriptor());
            } else if (argument instanceof Handle handle) {
                handle(handle);
            }
        }
    }

    private void handle(Handle handle) {
        method(
                handle.getTag() == Opcodes.H_INVOKESTATIC,
                handle.getOwner(),
                handle.getName(),
                handle.getDesc(),
                handle.isInterface());
    }
}
