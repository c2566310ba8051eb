package org.dlpixel.nodes.augmenter;

import java.util.List;
import org.dlpixel.nodes.variation.OperationParameters;
import org.dlpixel.nodes.variation.Variation;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** Nodes saved before there were presets keep their five operations. */
final class OlderSettings {

    private static final String PRESET = "preset";
    private static final String OPERATIONS = "operations";

    private OlderSettings() {}

    private static boolean isOlder(NodeSettingsRO settings) {
        return !settings.containsKey(OPERATIONS)
                && OperationParameters.keysOfOlderPatchAugmenter().stream()
                        .allMatch(settings::containsKey);
    }

    /** Their operations are their own. */
    static final class Preset implements NodeParametersMigration<Variation> {
        @Override
        public List<ConfigMigration<Variation>> getConfigMigrations() {
            return List.of(
                    ConfigMigration.builder(settings -> Variation.CUSTOM)
                            .withMatcher(s -> !s.containsKey(PRESET) && isOlder(s))
                            .build(),
                    ConfigMigration.builder(settings -> Variation.STANDARD)
                            .withMatcher(s -> !s.containsKey(PRESET))
                            .build());
        }
    }

    /** Their operations were not grouped. */
    static final class Operations implements NodeParametersMigration<OperationParameters> {
        @Override
        public List<ConfigMigration<OperationParameters>> getConfigMigrations() {
            ConfigMigration.Builder<OperationParameters> older =
                    ConfigMigration.builder(OperationParameters::ofOlderPatchAugmenter);
            for (String key : OperationParameters.keysOfOlderPatchAugmenter()) {
                older.withDeprecatedConfigPath(key);
            }
            return List.of(
                    older.withMatcher(OlderSettings::isOlder).build(),
                    ConfigMigration.builder(settings -> new OperationParameters())
                            .withMatcher(s -> !s.containsKey(OPERATIONS))
                            .build());
        }
    }
}
