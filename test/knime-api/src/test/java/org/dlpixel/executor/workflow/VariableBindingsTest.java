package org.dlpixel.executor.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class VariableBindingsTest {
    private static final Map<FlowVariable.Type, Object> VALUES =
            Map.of(
                    FlowVariable.Type.STRING,
                    "true",
                    FlowVariable.Type.INTEGER,
                    7,
                    FlowVariable.Type.DOUBLE,
                    2.5,
                    FlowVariable.Type.BOOLEAN,
                    true,
                    FlowVariable.Type.LONG,
                    9L,
                    FlowVariable.Type.OTHER,
                    "");

    private static NodeSettings model() {
        var model = new NodeSettings("model");
        model.addString("xstring", "old");
        model.addInt("xint", 0);
        model.addLong("xlong", 0);
        model.addDouble("xdouble", 0);
        model.addFloat("xfloat", 0);
        model.addBoolean("xboolean", false);
        model.addByte("xbyte", (byte) 0);
        model.addIntArray("array", 1);
        return model;
    }

    private static NodeSettings bound(FlowVariable.Type type, String setting)
            throws InvalidSettingsException {
        NodeSettings model = model();
        var variable = new FlowVariable("v", type, VALUES.get(type));
        var binding = new Binding(List.of(setting), Optional.of("v"), Optional.empty());
        VariableBindings.apply(List.of(binding), VariableStack.of(List.of(variable)), model);
        return model;
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, xstring, true",
        "INTEGER, xint, 7",
        "INTEGER, xlong, 7",
        "INTEGER, xdouble, 7.0",
        "INTEGER, xfloat, 7.0",
        "INTEGER, xstring, 7",
        "DOUBLE, xdouble, 2.5",
        "DOUBLE, xfloat, 2.5",
        "DOUBLE, xstring, 2.5",
        "BOOLEAN, xboolean, true",
        "BOOLEAN, xstring, true",
        "LONG, xlong, 9"
    })
    void theConversionsOfKnimeWork(FlowVariable.Type type, String setting, String expected)
            throws InvalidSettingsException {
        assertThat(bound(type, setting).getEntry(setting).toStringValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, xint",
        "DOUBLE, xlong",
        "STRING, xint",
        "STRING, xdouble",
        "INTEGER, xboolean",
        "INTEGER, xbyte",
        "BOOLEAN, xint",
        "LONG, xint",
        "OTHER, xstring",
        "INTEGER, array"
    })
    void everyOtherConversionFails(FlowVariable.Type type, String setting) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> bound(type, setting));
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, xstring, STRING",
        "INTEGER, xint, INTEGER",
        "INTEGER, xlong, LONG",
        "DOUBLE, xdouble, DOUBLE",
        "DOUBLE, xfloat, DOUBLE",
        "BOOLEAN, xboolean, BOOLEAN"
    })
    void anExposedSettingHasItsOwnType(
            FlowVariable.Type used, String setting, FlowVariable.Type exposed)
            throws InvalidSettingsException {
        var binding = new Binding(List.of(setting), Optional.empty(), Optional.of("out"));

        List<FlowVariable> variables =
                VariableBindings.exposed(List.of(binding), bound(used, setting));

        assertThat(variables)
                .singleElement()
                .satisfies(v -> assertThat(v.type()).isEqualTo(exposed));
        assertThat(variables.get(0).value().toString())
                .isEqualTo(bound(used, setting).getEntry(setting).toStringValue());
    }
}
