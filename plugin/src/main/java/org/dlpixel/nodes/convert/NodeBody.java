package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dlpixel.core.image.PixelClassificationException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What a node does when it is executed; its errors reach the user as messages of the node. */
@FunctionalInterface
public interface NodeBody {

    /** Reads the inputs, does the work, sets the outputs. */
    void run(ExecuteInput in, ExecuteOutput out)
            throws IOException, CanceledExecutionException, KNIMEException;

    /** The body as KNIME wants it: every expected failure is a KNIMEException. */
    static ExecuteConsumer of(NodeBody body) {
        return (in, out) -> {
            try {
                body.run(in, out);
            } catch (PixelClassificationException.Cancelled e) {
                CanceledExecutionException cancelled = new CanceledExecutionException();
                cancelled.initCause(e);
                throw cancelled;
            } catch (PixelClassificationException e) {
                throw new KNIMEException(e.getMessage(), e);
            } catch (UncheckedIOException e) {
                throw new KNIMEException(inputOrOutput(e.getCause()), e);
            } catch (IOException e) {
                throw new KNIMEException(inputOrOutput(e), e);
            }
        };
    }

    /** A step that checks settings against a table. */
    @FunctionalInterface
    interface Check<T> {
        T get() throws InvalidSettingsException;
    }

    /** The result of a check that configure made already, repeated on the real table. */
    static <T> T checked(Check<T> check) throws KNIMEException {
        try {
            return check.get();
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static String inputOrOutput(IOException e) {
        return "Reading or writing failed: " + e.getMessage();
    }
}
