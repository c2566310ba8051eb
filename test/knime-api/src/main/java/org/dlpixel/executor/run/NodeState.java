package org.dlpixel.executor.run;

/** How far a node got, by KNIME's names. */
public enum NodeState {
    /** Not configured: it waits for a spec, or configure refused. */
    IDLE,
    /** Ready to execute, or execute failed. */
    CONFIGURED,
    /** Its outputs exist. */
    EXECUTED
}
