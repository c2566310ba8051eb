package org.dlpixel.executor.workflow;

/**
 * An edge; port 0 carries flow variables only, port 1 is the first data port.
 *
 * @param source id of the node that gives
 * @param sourcePort its output port
 * @param dest id of the node that takes
 * @param destPort its input port
 */
public record Connection(int source, int sourcePort, int dest, int destPort) {
    public Connection {
        if (sourcePort < 0 || destPort < 0) {
            throw new IllegalArgumentException(
                    "illegal ports: " + sourcePort + " to " + destPort + ", must not be negative");
        }
    }

    /** Whether it carries data. */
    public boolean isData() {
        return destPort > 0;
    }

    @Override
    public String toString() {
        return "#" + source + " port " + sourcePort + " to #" + dest + " port " + destPort;
    }
}
