package org.dlpixel.executor.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.dlpixel.executor.workflow.Connection;
import org.dlpixel.executor.workflow.LoadException;

/** The connections between nodes. */
final class Graph {
    private final List<Connection> connections;

    Graph(List<Connection> connections) {
        this.connections = List.copyOf(connections);
    }

    /** The connection that ends at this port. */
    Optional<Connection> into(int node, int port) {
        return connections.stream()
                .filter(c -> c.dest() == node && c.destPort() == port)
                .findFirst();
    }

    /** The connections that end at this node, by ascending port. */
    List<Connection> into(int node) {
        return connections.stream()
                .filter(c -> c.dest() == node)
                .sorted((a, b) -> Integer.compare(a.destPort(), b.destPort()))
                .toList();
    }

    /** The connections that start at this node. */
    List<Connection> outOf(int node) {
        return connections.stream().filter(c -> c.source() == node).toList();
    }

    /** Whether a node reads this output. */
    boolean isRead(int node, int port) {
        return outOf(node).stream().anyMatch(c -> c.sourcePort() == port);
    }

    /**
     * An order in which every node comes after those that it reads; of several, the lowest id
     * first.
     *
     * @throws LoadException if the connections form a cycle
     */
    List<Integer> order(List<Integer> ids) throws LoadException {
        Map<Integer, Integer> open = new HashMap<>();
        ids.forEach(id -> open.put(id, into(id).size()));
        Queue<Integer> ready = new PriorityQueue<>();
        open.forEach((id, count) -> addIfFree(ready, id, count));
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.add(node);
            for (Connection c : outOf(node)) {
                addIfFree(ready, c.dest(), open.merge(c.dest(), -1, Integer::sum));
            }
        }
        if (order.size() < ids.size()) {
            List<Integer> cycle = ids.stream().filter(id -> !order.contains(id)).toList();
            throw new LoadException("the connections of the nodes " + cycle + " form a cycle");
        }
        return order;
    }

    private static void addIfFree(Queue<Integer> ready, int id, int openInputs) {
        if (openInputs == 0) {
            ready.add(id);
        }
    }
}
