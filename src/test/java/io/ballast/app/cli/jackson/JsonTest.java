package io.ballast.app.cli.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Token WETH =
            new Token(Address.parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"), "WETH", 18);

    @Test
    void writesIntegersInSmallestUnitsAsText() {
        BigInteger large = BigInteger.TWO.pow(255);

        assertThat(compact(Map.of("n", large))).isEqualTo("{\"n\":\"" + large + "\"}");
        assertThat(compact(Map.of("w", Wei.of(7)))).isEqualTo("{\"w\":\"7\"}");
        assertThat(compact(new TokenAmount(WETH, large)))
                .isEqualTo("{\"token\":\"WETH\",\"address\":\"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2\","
                        + "\"decimals\":18,\"amount\":\"" + large + "\"}");
    }

    @Test
    void writesDollarsAsPlainNumbers() {
        assertThat(compact(Map.of("nav", Usd.of(new BigDecimal("50412.18"))))).isEqualTo("{\"nav\":50412.18000000}");
        assertThat(compact(Map.of("nav", Usd.of(new BigDecimal("0.00000001"))))).isEqualTo("{\"nav\":0.00000001}");
    }

    @Test
    void writesIdentitiesTimesAndPathsAsText() {
        assertThat(compact(Hash32.ZERO)).isEqualTo("\"" + Hash32.ZERO.hex() + "\"");
        assertThat(compact(new Bps(50))).isEqualTo("\"50bps\"");
        assertThat(compact(Instant.parse("2026-01-02T03:04:05Z"))).isEqualTo("\"2026-01-02T03:04:05Z\"");
        assertThat(compact(Path.of("/a/b"))).isEqualTo("\"/a/b\"");
    }

    @Test
    void writesAnEmptyOptionalAsNull() {
        assertThat(compact(new Holder(Optional.empty()))).isEqualTo("{\"what\":null}");
        assertThat(compact(new Holder(Optional.of("x")))).isEqualTo("{\"what\":\"x\"}");
    }

    @Test
    void embedsTextThatIsJsonAlready() {
        assertThat(compact(Map.of("event", Json.raw("{\"a\": 1}")))).isEqualTo("{\"event\":{\"a\":1}}");
    }

    private record Holder(Optional<String> what) {}

    private static String compact(Object value) {
        return Json.document(value).replaceAll("\\s*\\n\\s*", "").replace("\" : ", "\":");
    }
}
