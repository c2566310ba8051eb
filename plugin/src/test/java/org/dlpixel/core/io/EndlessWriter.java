package org.dlpixel.core.io;

import java.nio.file.Path;

/** A process to be killed: writes two slices, then a third one over and over. */
final class EndlessWriter {

    private EndlessWriter() {}

    /**
     * @param args format, path and fingerprint
     */
    @SuppressWarnings("InfiniteLoop")
    public static void main(String[] args) {
        StackTarget target = StackReadBackContract.labels(Path.of(args[1]));
        try (StackWriter out = StackFormat.valueOf(args[0]).open(target, args[2])) {
            out.write(0, StackReadBackContract.slice(0));
            out.write(1, StackReadBackContract.slice(1));
            while (true) {
                out.write(2, StackReadBackContract.slice(2));
            }
        }
    }
}
