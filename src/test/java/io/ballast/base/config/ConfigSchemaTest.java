package io.ballast.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigSchemaTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(ConfigSchema.json(Sample.class));

    record Sample(
            @Key(value = "A share.", required = true) Bps share,
            @Key(value = "An amount.", defaultsTo = "5 USD") Usd amount,
            @Key(value = "A time.", defaultsTo = "1h") Duration time,

            @Key(value = "A count.", min = 1, max = 9, defaultsTo = "3")
            int count,

            @Key(value = "Yes or no.", defaultsTo = "true") boolean flag,
            @Key("Who.") Optional<Address> who,

            @Key(value = "Colours.", defaultsTo = "red, dark-blue")
            List<Colour> colours,

            @Key(value = "Prices.", effect = Key.Effect.NOT_YET)
            Map<Symbol, GasPrice> prices,

            @Key("Inside.") Inner inner) {}

    record Inner(
            @Key(value = "Coins.", defaultsTo = "1 ETH") Coins coins) {}

    enum Colour {
        RED,
        @Spelled("dark-blue")
        DARK_BLUE
    }

    @Test
    void namesTheDialectAndRefusesUnknownKeys() {
        assertThat(SCHEMA.at("/$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SCHEMA.at("/additionalProperties").asBoolean()).isFalse();
        assertThat(SCHEMA.at("/required/0").asString()).isEqualTo("share");
        assertThat(SCHEMA.at("/required").size()).isEqualTo(1);
    }

    @Test
    void carriesDescriptionsDefaultsAndBounds() {
        assertThat(SCHEMA.at("/properties/amount/default").asString()).isEqualTo("5 USD");
        assertThat(SCHEMA.at("/properties/count/maximum").asInt()).isEqualTo(9);
        assertThat(SCHEMA.at("/properties/count/default").asInt()).isEqualTo(3);
        assertThat(SCHEMA.at("/properties/flag/default").asBoolean()).isTrue();
        assertThat(SCHEMA.at("/properties/colours/default/1").asString()).isEqualTo("dark-blue");
        assertThat(SCHEMA.at("/properties/prices/description").asString()).endsWith("not acted on by this version.");
    }

    @ParameterizedTest
    @CsvSource({
        "share, 50bps, true",
        "share, 0.5%, true",
        "share, 50, false",
        "share, ${SHARE}, true",
        "amount, 2500 USD, true",
        "amount, 2_500 USD, false",
        "time, 15m, true",
        "time, 12:30:00, false",
        "who, 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48, true",
        "who, 0xA0b8, false",
        "inner/properties/coins, 0.02 ETH, true",
        "inner/properties/coins, 0.02, false",
        "prices/additionalProperties, 12 gwei, true",
        "colours/items, dark-blue, true",
        "colours/items, blue, false"
    })
    void itsPatternsAcceptWhatTheBinderAccepts(String at, String text, boolean accepted) {
        String pattern = SCHEMA.at("/properties/" + at + "/pattern").asString();

        assertThat(text.matches(pattern)).isEqualTo(accepted);
    }
}
