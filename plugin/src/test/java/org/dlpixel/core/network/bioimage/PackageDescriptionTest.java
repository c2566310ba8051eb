package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class PackageDescriptionTest {

    private static final List<Author> AUTHORS = List.of(new Author("Jane Doe", Optional.empty()));

    private static PackageDescription of(String name, String description, String license) {
        return new PackageDescription(
                name, description, AUTHORS, Optional.of(license), Optional.empty());
    }

    @Test
    void authorsAreReadAsUsersWriteThem() {
        assertThat(Author.parse(" Jane Doe (Lab 1, City) ;John Roe;"))
                .containsExactly(
                        new Author("Jane Doe", Optional.of("Lab 1, City")),
                        new Author("John Roe", Optional.empty()));
    }

    @Test
    void senselessAuthorsAreRefused() {
        for (String text : List.of("", " ; ", "(Lab)", "Jane (Lab", "a/b", "Jane (a\\b)")) {
            assertThatThrownBy(() -> Author.parse(text))
                    .as(text)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("author");
        }
    }

    @Test
    void namesFollowTheSpecification() {
        assertThat(of("My model (2+1)", "", "MIT").fileName()).isEqualTo("My_model_2+1_");
        for (String name : List.of("", "abcd", "     ", "a:bcde", "x".repeat(129))) {
            assertThatThrownBy(() -> of(name, "", "MIT"))
                    .as(name)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("name of the model");
        }
    }

    @Test
    void longDescriptionsAndUnknownLicencesAreRefused() {
        assertThatThrownBy(() -> of("model", "x".repeat(1025), "MIT"))
                .hasMessageContaining("1025 characters");
        assertThatThrownBy(() -> of("model", "", "none")).hasMessageContaining("licence: none");
    }

    @Test
    void channelNamesAreDifferentIdentifiers() {
        assertThat(Identifiers.of(List.of("class 1", "class-1", "class", "1st", "细胞")))
                .containsExactly("class_1", "class_1_2", "_class", "_1st", "细胞");
    }
}
