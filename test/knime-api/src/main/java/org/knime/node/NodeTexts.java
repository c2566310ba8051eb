package org.knime.node;

import java.util.Optional;

/** The texts of a node. */
record NodeTexts(
        String name,
        Optional<String> icon,
        String shortDescription,
        String fullDescription,
        String sinceVersion) {}
