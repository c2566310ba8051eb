package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;

/** One way in which an older version stored a field. */
public final class ConfigMigration<T> {
    private final ParametersLoader<T> loader;
    private final Predicate<NodeSettingsRO> matcher;

    private ConfigMigration(ParametersLoader<T> loader, Predicate<NodeSettingsRO> matcher) {
        this.loader = loader;
        this.matcher = matcher;
    }

    public static <T> Builder<T> builder(ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public ParametersLoader<T> getLoader() {
        return loader;
    }

    /** Whether settings are stored in this way; they are those of the group of the field. */
    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    /** Describes a way of storing. */
    public static final class Builder<T> {
        private final ParametersLoader<T> loader;
        private final List<List<String>> deprecated = new ArrayList<>();
        private Predicate<NodeSettingsRO> matcher = this::hasAllDeprecated;

        public Builder(ParametersLoader<T> loader) {
            this.loader = Objects.requireNonNull(loader);
        }

        /** Names settings that are read, but never written any more. */
        public Builder<T> withDeprecatedConfigPath(String... path) {
            deprecated.add(List.of(path));
            return this;
        }

        /** Otherwise all deprecated settings must be there. */
        public Builder<T> withMatcher(Predicate<NodeSettingsRO> predicate) {
            matcher = predicate;
            return this;
        }

        public ConfigMigration<T> build() {
            return new ConfigMigration<>(loader, matcher);
        }

        private boolean hasAllDeprecated(NodeSettingsRO settings) {
            return deprecated.stream()
                    .allMatch(path -> path.size() == 1 && settings.containsKey(path.get(0)));
        }
    }
}
