package org.dlpixel.workflows;

import java.util.Map;
import org.dlpixel.nodes.augmenter.PatchAugmenterNodeFactory;

/** The Patch Augmenter between a source of regions and looks at both outputs. */
final class AugmenterFlows {

    static final int SOURCE = 1;
    static final int ROWS = 2;
    static final int AUGMENTER = 3;

    private static final int PATCHES = 4;
    private static final int PREVIEW = 5;

    /** How many training regions the phantom has. */
    static final int TRAINING = 2;

    private AugmenterFlows() {}

    /** Phantom, rows, augmenter, both outputs looked at. */
    static Flow flow(Map<String, ?> rows, Map<String, ?> augmenter) {
        return after(new Flow().phantom(SOURCE), rows, augmenter);
    }

    /** A source of regions at its second output, rows, augmenter, both outputs looked at. */
    static Flow after(Flow source, Map<String, ?> rows, Map<String, ?> augmenter) {
        Map<String, ?> few = Map.of("patchesPerRegion", 3, "patchSize", 16, "previewPatches", 2);
        return source.rows(ROWS, rows)
                .node(AUGMENTER, PatchAugmenterNodeFactory.class, Flow.with(few, augmenter))
                .look(PATCHES, "patches")
                .look(PREVIEW, "preview")
                .connect(SOURCE, 2, ROWS, 1)
                .connect(ROWS, 1, AUGMENTER, 1)
                .connect(AUGMENTER, 1, PATCHES, 1)
                .connect(AUGMENTER, 2, PREVIEW, 1);
    }
}
