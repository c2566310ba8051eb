package org.dlpixel.descriptors;

import java.util.List;

/**
 * Result of a comparison.
 *
 * @param types number of types of the list that were compared or referred to
 * @param members number of members compared or referred to
 * @param problems one line per difference, empty if there is none
 */
public record DescriptorReport(int types, int members, List<String> problems) {
    public DescriptorReport {
        problems = List.copyOf(problems);
    }
}
