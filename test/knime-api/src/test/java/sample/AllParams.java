package sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.StringFilter;
import org.knime.node.parameters.widget.credentials.Credentials;

/** Every kind of field that a parameters class can have. */
public final class AllParams implements NodeParameters {
    int m_rows = 3;
    String m_ctor = "no-arg";
    String m_string = "hello <&> \"ä\"";
    String m_emptyString = "";
    String m_nullString;
    String m_multiline = "a\nb\tc\r\nd";
    long m_long = 1L << 40;
    double m_double = 0.1;
    double m_nan = Double.NaN;
    double m_inf = Double.NEGATIVE_INFINITY;
    float m_float = 1.5f;
    boolean m_boolean = true;
    byte m_byte = -3;
    char m_char = 'x';
    Mode m_mode = Mode.SLOW;
    Optional<Integer> m_optIntSet = Optional.of(5);
    Optional<Integer> m_optIntEmpty = Optional.empty();
    Optional<String> m_optStringSet = Optional.of("x");
    Optional<String> m_optStringEmpty = Optional.empty();
    Optional<Double> m_optDoubleEmpty = Optional.empty();
    Optional<Long> m_optLongEmpty = Optional.empty();
    Optional<Mode> m_optEnumSet = Optional.of(Mode.FAST);
    Optional<Mode> m_optEnumEmpty = Optional.empty();
    Optional<LocalDate> m_optDateEmpty = Optional.empty();
    String[] m_strings = {"a", "b c", ""};
    String[] m_stringsEmpty = {};
    String[] m_stringsNull;
    Optional<String[]> m_optStringsSet = Optional.of(new String[] {"q"});
    Optional<String[]> m_optStringsEmpty = Optional.empty();
    int[] m_ints = {1, -2, 3};
    long[] m_longs = {4L};
    double[] m_doubles = {0.5, 1e-9};
    boolean[] m_booleans = {true, false};

    @Persist(configKey = "custom_key")
    int m_renamed = 9;

    int noPrefix = 1;
    Group m_group = new Group();
    FieldsOnly m_persistableOnly = new FieldsOnly();
    Item[] m_items = {new Item("one"), new Item("two")};
    List<Item> m_itemList = List.of(new Item("l1"));
    Item[] m_itemsEmpty = {};
    String m_column = "Str";
    ColumnFilter m_colFilter = new ColumnFilter(new String[] {"Str", "Int"});
    StringFilter m_stringFilter = new StringFilter(new String[] {"s1"});
    LocalDate m_date = LocalDate.of(2024, 2, 29);
    LocalTime m_time = LocalTime.of(1, 2, 3, 4_000_000);
    LocalDateTime m_dateTime = LocalDateTime.of(2024, 2, 29, 1, 2, 3);
    ZonedDateTime m_zoned = ZonedDateTime.of(2024, 2, 29, 1, 2, 3, 0, ZoneId.of("Europe/Berlin"));
    ZoneId m_zone = ZoneId.of("UTC");
    DataType m_dataType = DoubleCell.TYPE;
    DataType m_listType = ListCell.getCollectionType(StringCell.TYPE);
    Credentials m_cred = new Credentials("user", "secret");

    public AllParams() {}

    public AllParams(NodeParametersInput input) {
        m_ctor = "from-input";
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rows < 0) {
            throw new InvalidSettingsException("rows must not be negative");
        }
    }

    /** An enum. */
    public enum Mode {
        FAST,
        SLOW
    }

    static final class Group implements NodeParameters {
        int m_x = 1;
        String m_y = "y";
        Inner m_inner = new Inner();
    }

    static final class Inner implements NodeParameters {
        boolean m_deep = true;
    }

    static final class Item implements NodeParameters {
        String m_name = "item";
        double m_w = 1.0;

        @Persist(configKey = "el_key")
        int m_k = 2;

        Item() {}

        Item(String name) {
            m_name = name;
        }
    }

    static final class FieldsOnly implements Persistable {
        int m_p = 4;
    }

    public int rows() {
        return m_rows;
    }

    public void setRows(int rows) {
        m_rows = rows;
    }

    public String string() {
        return m_string;
    }

    public double number() {
        return m_double;
    }

    public int groupX() {
        return m_group.m_x;
    }

    public String constructor() {
        return m_ctor;
    }

    public String user() {
        return m_cred.getUsername();
    }

    public List<String> items() {
        return m_itemList.stream().map(item -> item.m_name).toList();
    }

    public Optional<Mode> optionalMode() {
        return m_optEnumSet;
    }
}
