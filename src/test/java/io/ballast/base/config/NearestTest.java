package io.ballast.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KEYS = List.of("max_slippage", "max_price_impact", "deadline", "venues");

    @ParameterizedTest
    @CsvSource({"max_slipage, max_slippage", "dedaline, deadline", "Venue, venues", "MAX_SLIPPAGE, max_slippage"})
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"gas", "zzz", "universe_of_tokens"})
    void staysSilentWhenNothingIsNear(String written) {
        assertThat(Nearest.to(written, KEYS)).isEmpty();
    }
}
