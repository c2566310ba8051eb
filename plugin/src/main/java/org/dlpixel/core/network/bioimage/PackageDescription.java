package org.dlpixel.core.network.bioimage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * What only a person can say about a model.
 *
 * @param name 5..128 letters, digits, {@code _ + - ( )} and spaces
 * @param description what the model is for, at most 1024 characters
 * @param authors who made it; nobody if not known
 * @param license SPDX identifier, one of {@link #LICENSES}; empty if not decided
 * @param time when it was packed; empty if the file shall not depend on the clock
 */
public record PackageDescription(
        String name,
        String description,
        List<Author> authors,
        Optional<String> license,
        Optional<Instant> time) {

    /** SPDX identifiers of the licences that models are usually given away under. */
    public static final List<String> LICENSES =
            List.of(
                    "CC-BY-4.0",
                    "CC0-1.0",
                    "CC-BY-SA-4.0",
                    "CC-BY-NC-4.0",
                    "MIT",
                    "BSD-3-Clause",
                    "Apache-2.0",
                    "GPL-3.0-only");

    private static final int MAX_DESCRIPTION = 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+\\-() ]{5,128}");

    public PackageDescription {
        authors = List.copyOf(authors);
        if (name.isBlank() || !NAME.matcher(name).matches()) {
            throw InvalidInput.of(
                    "name of the model",
                    "'" + name + "'",
                    "5 to 128 letters, digits, spaces and _ + - ( )");
        }
        if (description.length() > MAX_DESCRIPTION) {
            throw InvalidInput.of(
                    "description of the model",
                    description.length() + " characters",
                    "at most " + MAX_DESCRIPTION);
        }
        license.ifPresent(PackageDescription::requireKnown);
    }

    /** Of a model that nobody has described yet: no authors, no licence, no time. */
    public static PackageDescription undescribed() {
        return new PackageDescription(
                "U-Net pixel classifier", "", List.of(), Optional.empty(), Optional.empty());
    }

    private static void requireKnown(String license) {
        if (!LICENSES.contains(license)) {
            throw InvalidInput.of("licence", license, "one of " + String.join(", ", LICENSES));
        }
    }

    /** The name as a file name without spaces. */
    public String fileName() {
        return name.strip().replaceAll("[^A-Za-z0-9_+-]+", "_");
    }
}
