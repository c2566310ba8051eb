package org.dlpixel.benchmark.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a process says after some steps: {@code done ms:loss ms:loss ...}.
 *
 * @param millis duration of each step
 * @param losses loss of each step, before its update
 */
record Reply(List<Double> millis, List<Double> losses) {

    private static final String DONE = "done";

    Reply {
        millis = List.copyOf(millis);
        losses = List.copyOf(losses);
    }

    static Reply parse(String text) {
        String[] words = text.split(" ", -1);
        if (!words[0].equals(DONE)) {
            throw new IllegalArgumentException("Illegal reply: " + text);
        }
        List<Double> millis = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            int colon = words[i].indexOf(':');
            millis.add(Double.parseDouble(words[i].substring(0, colon)));
            losses.add(Double.parseDouble(words[i].substring(colon + 1)));
        }
        return new Reply(millis, losses);
    }

    String text() {
        StringBuilder text = new StringBuilder(DONE);
        for (int i = 0; i < millis.size(); i++) {
            text.append(String.format(Locale.ROOT, " %.4f:%.8f", millis.get(i), losses.get(i)));
        }
        return text.toString();
    }
}
