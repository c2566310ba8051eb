package org.dlpixel.core.network.archive;

import java.util.HashMap;
import java.util.Map;

/** Names the classes of a module tree and writes their TorchScript source, children first. */
final class ScriptSource {

    private final Map<ScriptModule, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    ScriptSource(ScriptModule root) {
        name(root);
        emit(root);
    }

    String className(ScriptModule module) {
        return names.get(module);
    }

    String text() {
        return text.toString();
    }

    private void name(ScriptModule module) {
        names.put(module, names.isEmpty() ? "Network" : "Module" + names.size());
        for (Attribute attribute : module.attributes().values()) {
            if (attribute instanceof ScriptModule child) {
                name(child);
            }
        }
    }

    private void emit(ScriptModule module) {
        for (Attribute attribute : module.attributes().values()) {
            if (attribute instanceof ScriptModule child) {
                emit(child);
            }
        }
        text.append("class ").append(className(module)).append("(Module):\n");
        emitNames(module, "__parameters__", true);
        emitNames(module, "__buffers__", false);
        if (!module.attributes().keySet().stream().allMatch(ScriptModule::isIdentifier)) {
            text.append("  __annotations__ = []\n");
        }
        text.append("  training : bool\n");
        module.attributes().forEach(this::emitType);
        for (ScriptMethod method : module.methods()) {
            text.append(method.source(className(module)));
        }
    }

    private void emitNames(ScriptModule module, String list, boolean parameters) {
        text.append("  ").append(list).append(" = [");
        module.attributes()
                .forEach(
                        (name, attribute) -> {
                            if (attribute instanceof TensorSpec spec
                                    && spec.isParameter() == parameters) {
                                text.append('"').append(name).append("\", ");
                            }
                        });
        text.append("]\n");
    }

    private void emitType(String name, Attribute attribute) {
        String type =
                attribute instanceof ScriptModule child
                        ? "__torch__." + className(child)
                        : "Tensor";
        if (ScriptModule.isIdentifier(name)) {
            text.append("  ").append(name).append(" : ").append(type).append('\n');
        } else {
            text.append("  __annotations__[\"").append(name).append("\"] = ");
            text.append(type).append('\n');
        }
    }
}
