package org.dlpixel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table =
            Table.of("network", "ms").with("depth 3, 16 features", "1.5").with("a|\"b\"", "2");

    @Test
    void commasAndQuotesAreQuoted() {
        assertThat(table.csv())
                .isEqualTo("network,ms\n\"depth 3, 16 features\",1.5\n\"a|\"\"b\"\"\",2\n");
    }

    @Test
    void markdownHasARuleBelowItsHeader() {
        assertThat(table.markdown().lines())
                .containsExactly(
                        "| network | ms |",
                        "| --- | --- |",
                        "| depth 3, 16 features | 1.5 |",
                        "| a\\|\"b\" | 2 |");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> table.with("one cell"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 columns");
    }
}
