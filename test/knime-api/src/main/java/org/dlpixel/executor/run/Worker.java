package org.dlpixel.executor.run;

/** Runs a node on a thread of its own, named and with the class loader that KNIME would give. */
final class Worker {
    private final RunNode node;
    private final Cancellation cancellation;

    Worker(RunNode node, Cancellation cancellation) {
        this.node = node;
        this.cancellation = cancellation;
    }

    /** Runs the task and returns when it has ended, cancelled or not. */
    void run(Runnable task) {
        var thread = new Thread(task, "KNIME-Worker-" + node.id() + "-" + node.definition().name());
        thread.setDaemon(true);
        thread.setContextClassLoader(node.factory().getClass().getClassLoader());
        thread.start();
        cancellation.enter(thread);
        try {
            join(thread);
        } finally {
            cancellation.leave();
        }
    }

    /** An interrupt of the waiting thread becomes a cancellation. */
    private void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                cancellation.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
