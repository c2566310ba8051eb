package org.dlpixel.core.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** What a network runs on. The text forms are {@code auto}, {@code cpu} and {@code cuda:0}. */
public sealed interface Device {

    /** The first graphics processor if the engine sees one, else the processor. */
    Device AUTO = new Auto();

    /** The processor. */
    Device CPU = new Cpu();

    /** See {@link Device#AUTO}. */
    record Auto() implements Device {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /** See {@link Device#CPU}. */
    record Cpu() implements Device {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /**
     * An NVIDIA graphics processor.
     *
     * @param index as the driver counts, from 0
     */
    record Cuda(int index) implements Device {
        public Cuda {
            if (index < 0 || index > 127) {
                throw InvalidInput.of("index of the CUDA device", index, "between 0 and 127");
            }
        }

        @Override
        public String toString() {
            return "cuda:" + index;
        }
    }

    /**
     * Reads a text form; case and surrounding blanks do not matter, {@code cuda} is {@code cuda:0}.
     *
     * @throws InvalidInput if it is none
     */
    static Device parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        Matcher cuda = Pattern.compile("cuda(?::(\\d{1,3}))?").matcher(name);
        if (name.equals("auto")) {
            return AUTO;
        }
        if (name.equals("cpu")) {
            return CPU;
        }
        if (cuda.matches()) {
            return new Cuda(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
        }
        throw InvalidInput.of("device", text, "auto, cpu or cuda:N with N = 0, 1, ...");
    }
}
