package org.dlpixel.executor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dlpixel.executor.workflow.FlowVariable;
import org.dlpixel.executor.workflow.NodeOption;

/** Reads the command line of KNIME's batch executor. */
final class CommandLine {
    static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "Usage: -workflowDir=DIR | -workflowFile=FILE.knwf",
                    "  -workflow.variable=NAME,VALUE,TYPE  TYPE is String, int or double",
                    "  -option=NODE,PATH,VALUE,TYPE        changes a setting of a node",
                    "  -failonloaderror                    stop if a setting does not load",
                    "  -destDir=DIR | -destFile=FILE.knwf  write the workflow as it ran",
                    "  -nosave -reset                      accepted; nodes are always reset");

    /** Options of KNIME and its launcher that change nothing here. */
    private static final Set<String> IGNORED =
            Set.of(
                    "-reset",
                    "-nosplash",
                    "-consoleLog",
                    "-consolelog",
                    "-nodialog",
                    "-noexit",
                    "-updateLinks",
                    "-masterkey",
                    "--launcher.suppressErrors");

    private static final Set<String> IGNORED_WITH_VALUE =
            Set.of("-preferences", "-masterkey", "-credential");
    private static final Set<String> IGNORED_WITH_NEXT =
            Set.of("-application", "-data", "-configuration");

    private Optional<Path> folder = Optional.empty();
    private Optional<Path> archive = Optional.empty();
    private Optional<Path> destFolder = Optional.empty();
    private Optional<Path> destFile = Optional.empty();
    private final List<FlowVariable> variables = new ArrayList<>();
    private final List<NodeOption> options = new ArrayList<>();
    private boolean failOnLoadError;
    private boolean save = true;

    private CommandLine() {}

    static BatchOptions parse(List<String> arguments) throws UsageException {
        return new CommandLine().read(arguments);
    }

    private BatchOptions read(List<String> arguments) throws UsageException {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-vmargs")) {
                break;
            } else if (IGNORED_WITH_NEXT.contains(argument)) {
                i++;
            } else if (argument.indexOf('=') > 0) {
                int equals = argument.indexOf('=');
                withValue(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                flag(argument);
            }
        }
        if (folder.isPresent() == archive.isPresent()) {
            throw new UsageException("give either -workflowDir or -workflowFile");
        }
        return new BatchOptions(
                folder, archive, variables, options, failOnLoadError, save, destFolder, destFile);
    }

    private void flag(String argument) throws UsageException {
        if (argument.equals("-failonloaderror")) {
            failOnLoadError = true;
        } else if (argument.equals("-nosave")) {
            save = false;
        } else if (!IGNORED.contains(argument)) {
            throw new UsageException("unknown option: " + argument);
        }
    }

    private void withValue(String name, String value) throws UsageException {
        switch (name) {
            case "-workflowDir" -> folder = Optional.of(path(name, value));
            case "-workflowFile" -> archive = Optional.of(path(name, value));
            case "-destDir" -> destFolder = Optional.of(path(name, value));
            case "-destFile" -> destFile = Optional.of(path(name, value));
            case "-workflow.variable" -> variables.add(variable(value));
            case "-option" -> options.add(option(value));
            default -> {
                if (!IGNORED_WITH_VALUE.contains(name)) {
                    throw new UsageException("unknown option: " + name);
                }
            }
        }
    }

    private static Path path(String name, String value) throws UsageException {
        try {
            if (!value.isEmpty()) {
                return Path.of(value).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            throw new UsageException("illegal path of " + name + ": " + value, e);
        }
        throw new UsageException("illegal path of " + name + ": '', must not be empty");
    }

    private static NodeOption option(String text) throws UsageException {
        try {
            return NodeOption.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The name ends at the first comma, the type starts at the last: the value may have commas. */
    private static FlowVariable variable(String text) throws UsageException {
        int first = text.indexOf(',');
        int last = text.lastIndexOf(',');
        if (first <= 0 || last == first) {
            throw new UsageException(
                    "illegal workflow variable: " + text + ", must be name,value,type");
        }
        String name = text.substring(0, first);
        String value = text.substring(first + 1, last);
        try {
            return variable(name, value, text.substring(last + 1));
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "illegal value of workflow variable '" + name + "': " + value, e);
        }
    }

    private static FlowVariable variable(String name, String value, String type)
            throws UsageException {
        return switch (type) {
            case "String" -> new FlowVariable(name, FlowVariable.Type.STRING, value);
            case "int" -> new FlowVariable(name, FlowVariable.Type.INTEGER, Integer.valueOf(value));
            case "double" ->
                    new FlowVariable(name, FlowVariable.Type.DOUBLE, Double.valueOf(value));
            default ->
                    throw new UsageException(
                            "illegal type of workflow variable '"
                                    + name
                                    + "': "
                                    + type
                                    + ", must be String, int or double");
        };
    }
}
