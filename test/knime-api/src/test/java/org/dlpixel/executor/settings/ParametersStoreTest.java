package org.dlpixel.executor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;
import sample.AllParams;

class ParametersStoreTest {
    private static NodeSettings savedByKnime() throws IOException, InvalidSettingsException {
        return savedByKnime("idle");
    }

    private static NodeSettings savedByKnime(String state)
            throws IOException, InvalidSettingsException {
        String path = "/knime-saved-workflow/" + state + "/Sample Source (#1)/settings.xml";
        InputStream in = ParametersStoreTest.class.getResourceAsStream(path);
        return ((NodeSettings) NodeSettings.loadFromXML(in)).getNodeSettings("model");
    }

    private static String xml(NodeSettings settings) throws IOException {
        var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle", "executed"})
    void everyKindOfFieldLoadsFromAndSavesToExactlyTheXmlOfKnime(String state) throws Exception {
        NodeSettings stored = savedByKnime(state);

        AllParams parameters = ParametersStore.load(AllParams.class, stored);

        assertThat(xml(ParametersStore.save(parameters))).isEqualTo(xml(stored));
    }

    @Test
    void fieldsHaveTheStoredValues() throws Exception {
        AllParams parameters = ParametersStore.load(AllParams.class, savedByKnime());

        assertThat(parameters.rows()).isEqualTo(2);
        assertThat(parameters.constructor()).isEqualTo("from-input");
        assertThat(parameters.user()).isEqualTo("user");
        assertThat(parameters.items()).containsExactly("l1");
        assertThat(parameters.optionalMode()).isEqualTo(Optional.of(AllParams.Mode.FAST));
    }

    @Test
    void defaultsAreStoredAsKnimeStoresThem() throws Exception {
        NodeSettings own = ParametersStore.save(new AllParams());
        NodeSettings stored = savedByKnime();
        for (String changed : new String[] {"rows", "ctor", "cred"}) {
            own.removeConfig(changed);
            stored.removeConfig(changed);
        }

        assertThat(xml(own)).isEqualTo(xml(stored));
    }

    @Test
    void validateIsCalledAfterLoading() throws Exception {
        NodeSettings stored = savedByKnime();
        stored.addInt("rows", -1);

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(AllParams.class, stored))
                .withMessage("rows must not be negative");
    }

    @Test
    void aValueOfAnotherTypeIsAnError() throws Exception {
        NodeSettings stored = savedByKnime();
        stored.addString("rows", "3");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(AllParams.class, stored))
                .withMessage("illegal type of setting 'rows': xstring, must be xint");
    }

    @Test
    void anUnknownEnumConstantIsAnErrorThatNamesTheKnownOnes() throws Exception {
        NodeSettings stored = savedByKnime();
        stored.addString("mode", "MEDIUM");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(AllParams.class, stored))
                .withMessage("illegal value of setting 'mode': MEDIUM, must be one of FAST, SLOW");
    }

    @Test
    void aStoredNullEnumCannotBeLoaded() throws Exception {
        NodeSettings stored = savedByKnime();
        stored.addString("mode", null);

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(AllParams.class, stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows", "optIntSet_is_present", "group", "itemList", "date", "cred"})
    void anAbsentFieldIsAnError(String key) throws Exception {
        NodeSettings stored = savedByKnime();
        stored.removeConfig(key);

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(AllParams.class, stored));
    }

    static final class Strict implements NodeParameters {
        int m_old = 1;
        int m_added = 77;
    }

    static final class MigratedField implements NodeParameters {
        int m_old = 1;

        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 77;

        @Migrate(loadDefaultIfAbsent = true)
        Strict m_group = new Strict();
    }

    @LoadDefaultsForAbsentFields
    static final class Lenient implements NodeParameters {
        int m_old = 1;
        int m_added = 77;
        Optional<String> m_text = Optional.of("text");
        Strict m_group = new Strict();
    }

    private static NodeSettings old() {
        var settings = new NodeSettings("model");
        settings.addInt("old", 5);
        return settings;
    }

    @Test
    void aLaterFieldIsAnErrorWithoutMigration() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(Strict.class, old()))
                .withMessage("no setting 'added' in 'model'");
    }

    @Test
    void aMigratedFieldKeepsItsDefault() throws InvalidSettingsException {
        MigratedField parameters = ParametersStore.load(MigratedField.class, old());

        assertThat(parameters.m_old).isEqualTo(5);
        assertThat(parameters.m_added).isEqualTo(77);
        assertThat(parameters.m_group.m_added).isEqualTo(77);
    }

    @Test
    void everyFieldOfALenientClassKeepsItsDefault() throws InvalidSettingsException {
        Lenient parameters = ParametersStore.load(Lenient.class, old());

        assertThat(parameters.m_old).isEqualTo(5);
        assertThat(parameters.m_added).isEqualTo(77);
        assertThat(parameters.m_text).contains("text");
        assertThat(parameters.m_group.m_old).isEqualTo(1);
    }

    @Test
    void aLenientClassDoesNotMakeItsGroupsLenient() {
        NodeSettings settings = old();
        settings.addNodeSettings("group").addInt("old", 2);

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ParametersStore.load(Lenient.class, settings));
    }

    @SuppressWarnings("unused")
    static final class WithPrivate implements NodeParameters {
        static int shared = 3;
        private int hidden = 4;
        int m_shown = 5;
    }

    @Test
    void privateAndStaticFieldsAreNotStored() {
        assertThat(ParametersStore.save(new WithPrivate()).keySet()).containsExactly("shown");
    }

    static final class Doubled implements NodeParametersPersistor<Integer> {
        @Override
        public Integer load(NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getInt("half") * 2;
        }

        @Override
        public void save(Integer value, NodeSettingsWO settings) {
            settings.addInt("half", value / 2);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"half"}};
        }
    }

    static final class WithPersistor implements NodeParameters {
        @Persistor(Doubled.class)
        int m_whole = 8;
    }

    @Test
    void aFieldWithAPersistorIsStoredByIt() throws InvalidSettingsException {
        NodeSettings stored = ParametersStore.save(new WithPersistor());
        assertThat(stored.getInt("half")).isEqualTo(4);

        stored.addInt("half", 5);
        assertThat(ParametersStore.load(WithPersistor.class, stored).m_whole).isEqualTo(10);
    }

    static final class OnceInMinutes implements NodeParametersMigration<Integer> {
        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(
                    ConfigMigration.builder(old -> old.getInt("minutes") * 60)
                            .withDeprecatedConfigPath("minutes")
                            .build(),
                    ConfigMigration.builder(old -> 7)
                            .withMatcher(old -> !old.containsKey("seconds"))
                            .build());
        }
    }

    static final class WithMigration implements NodeParameters {
        @Migration(OnceInMinutes.class)
        int m_seconds = 5;
    }

    @Test
    void aFieldWithAMigrationIsReadFromWhatWasStoredBefore() throws InvalidSettingsException {
        NodeSettings old = new NodeSettings("model");
        assertThat(ParametersStore.load(WithMigration.class, old).m_seconds).isEqualTo(7);
        old.addInt("minutes", 2);
        assertThat(ParametersStore.load(WithMigration.class, old).m_seconds).isEqualTo(120);

        NodeSettings stored = ParametersStore.save(new WithMigration());
        assertThat(stored.keySet()).containsExactly("seconds");
        assertThat(ParametersStore.load(WithMigration.class, stored).m_seconds).isEqualTo(5);
    }

    static final class Unsupported implements NodeParameters {
        Thread m_thread;
    }

    @Test
    void aTypeThatKnimeCannotStoreIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ParametersStore.save(new Unsupported()))
                .withMessageContaining("java.lang.Thread");
    }
}
