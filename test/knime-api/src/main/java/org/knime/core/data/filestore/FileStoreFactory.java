package org.knime.core.data.filestore;

import java.io.IOException;
import org.knime.core.node.ExecutionContext;

/** Creates file stores. */
public abstract class FileStoreFactory {
    FileStoreFactory() {}

    /** Creates stores of a node; names count up where one is taken. */
    public static final FileStoreFactory createFileStoreFactory(ExecutionContext exec) {
        return new OfNode(exec);
    }

    /** A new store. */
    public abstract FileStore createFileStore(String name) throws IOException;

    /** Creates no more. */
    public abstract void close();

    private static final class OfNode extends FileStoreFactory {
        private final ExecutionContext exec;

        OfNode(ExecutionContext exec) {
            this.exec = exec;
        }

        @Override
        public FileStore createFileStore(String name) throws IOException {
            return exec.createFileStore(name);
        }

        @Override
        public void close() {}
    }
}
