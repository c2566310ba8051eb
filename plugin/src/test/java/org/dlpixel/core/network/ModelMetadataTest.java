package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.SliceContext;
import org.junit.jupiter.api.Test;

class ModelMetadataTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults()
                    .withDepth(2)
                    .withBaseFeatures(2)
                    .withClasses(3)
                    .withInputChannels(6);

    private static ModelMetadata metadata(SliceContext context, Correction correction) {
        return new ModelMetadata(
                SMALL,
                ClassList.numbered(3),
                Normalization.fixed(new IntensityRange(10, 20.5)),
                context,
                correction,
                64,
                Long.MAX_VALUE,
                Map.of("epochs", "3"),
                Map.of("engine", "libtorch"));
    }

    private static ModelMetadata full() {
        return metadata(new SliceContext(1), new Correction(4.0 / 3, List.of(-1e-7, 0., Math.PI)));
    }

    @Test
    void theTextKeepsEverything() {
        assertThat(ModelMetadata.fromJson(full().toJson())).isEqualTo(full());
        assertThat(full().toJson()).contains("\"receptiveField\"", "\"before\": 24");
    }

    @Test
    void textFromBeforeNormContextAndCorrectionIsRead() {
        String old =
                metadata(SliceContext.NONE, Correction.NONE)
                        .toJson()
                        .replace("\"formatVersion\": 3", "\"formatVersion\": 2")
                        .replace("\"context\"", "\"unknown\"")
                        .replace("\"correction\"", "\"unknown too\"")
                        .replace(",\n    \"norm\": \"BATCH\"", "");
        assertThat(old).doesNotContain("norm\"");
        assertThat(ModelMetadata.fromJson(old))
                .isEqualTo(metadata(SliceContext.NONE, Correction.NONE));
    }

    @Test
    void aNewerFormatIsRefused() {
        assertUnreadable(
                full().toJson().replace("\"formatVersion\": 3", "\"formatVersion\": 4"),
                "Illegal format version: 4, must be 2 to 3");
    }

    @Test
    void senselessMetadataAreRefused() {
        String json = full().toJson();
        assertUnreadable(json.replace("\"depth\": 2", "\"depth\": 99"), "Illegal depth: 99");
        assertUnreadable(json.replace("\"neighbours\": 1", "\"neighbours\": 2"), "5 slices");
        assertUnreadable(
                json.replace("\"temperature\": 1.3", "\"temperature\": -1.3"), "temperature: -1.3");
        assertUnreadable(json.replace("\"network\"", "\"net\""), "cannot be understood");
        assertUnreadable("?" + json, "cannot be understood");
        assertUnreadable("", "cannot be understood");
        assertUnreadable(json + " ".repeat(1 << 20), "longer than");
    }

    @Test
    void classNamesMustMatchTheNetwork() {
        assertThatThrownBy(
                        () ->
                                new ModelMetadata(
                                        SMALL,
                                        ClassList.numbered(2),
                                        Normalization.defaults(),
                                        64,
                                        1,
                                        Map.of(),
                                        Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("class names: 2");
    }

    private static void assertUnreadable(String text, String message) {
        assertThatThrownBy(() -> ModelMetadata.fromJson(text))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message);
    }
}
