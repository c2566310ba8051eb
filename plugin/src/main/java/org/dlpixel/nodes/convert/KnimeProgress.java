package org.dlpixel.nodes.convert;

import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A node's progress bar as the core sees it. */
public final class KnimeProgress implements Progress {

    private final ExecutionMonitor monitor;

    public KnimeProgress(ExecutionMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void report(double fraction, String message) {
        monitor.setProgress(Math.min(1, Math.max(0, fraction)), message);
    }

    @Override
    public void checkCancelled() {
        try {
            monitor.checkCanceled();
        } catch (CanceledExecutionException e) {
            throw new PixelClassificationException.Cancelled(e);
        }
    }
}
