package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassesAndSplitTest {

    @Test
    void numberedClassesBeginWithTheBackground() {
        assertThat(ClassList.numbered(3).names())
                .containsExactly("background", "class 1", "class 2");
    }

    @Test
    void fewerThanTwoEqualOrBlankNamesAreRefused() {
        assertThatThrownBy(() -> new ClassList(List.of("a")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of classes: 1");
        assertThatThrownBy(() -> new ClassList(List.of("a", "a")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("different");
        assertThatThrownBy(() -> new ClassList(List.of("a", " ")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> ClassList.numbered(128)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"train,TRAIN", "' Validation ',VALIDATION", "'',TRAIN"})
    void splitsAreReadWhateverTheirCase(String word, Split expected) {
        assertThat(Split.parse(word)).isEqualTo(expected);
        assertThat(Split.parse(expected.label())).isEqualTo(expected);
    }

    @Test
    void otherSplitsAreRefused() {
        assertThatThrownBy(() -> Split.parse("test"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'test'");
    }
}
