package org.dlpixel.executor;

/** The exit codes of KNIME's batch executor. */
public enum ExitCode {
    /** Everything executed, with or without warnings. */
    OK(0),
    /** Reserved by KNIME; not used. */
    WARNING(1),
    /** The command line is wrong. */
    PARAMETERS(2),
    /** The workflow, or an option for it, does not load. */
    LOAD(3),
    /** A node failed, was not configured, or the run was cancelled. */
    EXECUTION(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
