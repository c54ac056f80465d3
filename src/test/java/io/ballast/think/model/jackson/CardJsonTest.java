package io.ballast.think.model.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.think.model.ModelCard;
import io.ballast.think.model.ModelDrafts;
import io.ballast.think.model.dl4j.ModelStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardJsonTest {
    @TempDir
    private Path folder;

    private String json;

    @BeforeEach
    void writeACard() throws Exception {
        new ModelStore(folder).save(ModelDrafts.draft("tiny", 1));
        json = Files.readString(folder.resolve("tiny/card.json"));
    }

    @Test
    void readsWhatItWrites() {
        ModelCard card = CardJson.read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(CardJson.write(card), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(card.trainedAt()).isEqualTo(ModelDrafts.TRAINED_AT);
    }

    @Test
    void isForPeopleToo() {
        assertThat(json)
                .contains("\"notice\" : \"synthetic market: not evidence\"")
                .contains("\"trainedAt\" : \"2026-03-01T12:00:00Z\"")
                .contains("\"timeframe\" : \"PT1H\"")
                .contains("\"library\" : \"deeplearning4j 1.0.0-M2.1\"");
    }

    @Test
    void refusesUnknownKeys() {
        assertRefused(json.replaceFirst("\"schema\"", "\"extra\" : 1,\n  \"schema\""), "extra");
    }

    @Test
    void refusesMissingKeys() {
        assertRefused(json.replaceFirst("\"schema\" : 1,", ""), "schema");
    }

    @Test
    void refusesRepeatedKeys() {
        assertRefused(json.replaceFirst("\"schema\" : 1,", "\"schema\" : 1, \"schema\" : 1,"), "schema");
    }

    @Test
    void refusesNull() {
        assertRefused(json.replaceFirst("\"kappa\" : 1.0", "\"kappa\" : null"), "kappa");
    }

    @Test
    void refusesTextAfterTheEnd() {
        assertRefused(json + "{}", "");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertRefused("", "");
        assertRefused("card", "");
        assertRefused(json.substring(0, 500), "");
    }

    private static void assertRefused(String text, String part) {
        assertThatThrownBy(() -> CardJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part)
                .message()
                .doesNotContain("\n");
    }
}
