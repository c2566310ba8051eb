package org.dlpixel.benchmark.training;

/**
 * What a process says when it is ready to train: {@code ready PARAMETERS ENGINE}.
 *
 * @param parameters number of trained values
 * @param engine what computes, with its version
 */
record Greeting(long parameters, String engine) {

    private static final String READY = "ready";

    static Greeting parse(String text) {
        String[] words = text.split(" ", 3);
        if (words.length != 3 || !words[0].equals(READY)) {
            throw new IllegalArgumentException("Illegal greeting: " + text);
        }
        return new Greeting(Long.parseLong(words[1]), words[2]);
    }

    String text() {
        return READY + " " + parameters + " " + engine;
    }
}
