package io.ballast.base.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    private static final Token USDC = new Token(new Address("0x" + "11".repeat(20)), "USDC", 6);
    private static final Token WETH = new Token(new Address("0x" + "22".repeat(20)), "WETH", 18);

    @Test
    void countsWholeTokensExactly() {
        assertThat(TokenAmount.of(USDC, new BigDecimal("12.345678")).raw()).isEqualTo(BigInteger.valueOf(12_345_678));
        assertThatThrownBy(() -> TokenAmount.of(USDC, new BigDecimal("0.0000001")))
                .hasMessageContaining("USDC has 6 decimals");
    }

    @Test
    void refusesToMixTokensAndToGoBelowZero() {
        TokenAmount one = TokenAmount.of(USDC, BigDecimal.ONE);
        assertThatThrownBy(() -> one.plus(TokenAmount.of(WETH, BigDecimal.ONE))).hasMessageContaining("tokens differ");
        assertThatThrownBy(() -> one.minus(TokenAmount.of(USDC, BigDecimal.TWO)))
                .hasMessageContaining("[0, 2^256)");
        assertThatThrownBy(() -> new TokenAmount(USDC, BigInteger.ONE.shiftLeft(256)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesAnAmountAtAPrice() {
        TokenAmount amount = TokenAmount.of(WETH, new BigDecimal("1.5"));
        assertThat(amount.at(Usd.of(3_000))).isEqualTo(Usd.of(4_500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0             | 0.00 USD
                    0.005         | 0.01 USD
                    0.00499999    | 0.00 USD
                    -0.004        | 0.00 USD
                    999.994       | 999.99 USD
                    999.995       | 1,000.00 USD
                    -999          | -999.00 USD
                    -1000         | -1,000.00 USD
                    -123456.789   | -123,456.79 USD
                    12400         | 12,400.00 USD
                    1234567890.12 | 1,234,567,890.12 USD
                    """)
    void writesDollarsWithTwoDecimalsAndGroups(BigDecimal dollars, String text) {
        assertThat(Usd.of(dollars)).hasToString(text);
    }

    @Test
    void takesBasisPointsRoundedDown() {
        assertThat(new Bps(30).of(BigInteger.valueOf(9_999))).isEqualTo(BigInteger.valueOf(29));
        assertThat(new Bps(30).percent()).isEqualTo("0.3%");
        assertThatThrownBy(() -> new Bps(10_001)).hasMessageContaining("was 10001");
        assertThatThrownBy(() -> new Bps(-1)).hasMessageContaining("was -1");
    }

    @Test
    void convertsGweiAndCoinsExactly() {
        assertThat(Wei.ofGwei(new BigDecimal("1.5"))).isEqualTo(Wei.of(1_500_000_000L));
        assertThat(Wei.ofCoins(new BigDecimal("0.02")).coins()).isEqualByComparingTo("0.02");
        assertThatThrownBy(() -> Wei.ofGwei(new BigDecimal("0.0000000001"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Wei.of(1).minus(Wei.of(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x",
                "",
                "12",
                "0xg1",
                "0x-1",
                "0x11111111111111111111111111111111111111111111111111111111111111111"
            })
    void neverReadsAMalformedQuantityAsZero(String text) {
        assertThatThrownBy(() -> Hex.quantity(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAndWritesQuantities() {
        assertThat(Hex.quantity("0x0")).isZero();
        assertThat(Hex.ofQuantity(0)).isEqualTo("0x0");
        assertThat(Hex.quantity(Hex.ofQuantity(BigInteger.TEN.pow(70)))).isEqualTo(BigInteger.TEN.pow(70));
        assertThatThrownBy(() -> Hex.quantityLong("0x8000000000000000")).hasMessageContaining("63 bits");
        assertThatThrownBy(() -> Hex.decode("0xabc")).hasMessageContaining("even");
    }

    @Test
    void keepsBytesToItself() {
        byte[] content = {1, 2, 3};
        Bytes bytes = Bytes.of(content);
        content[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes.hex()).isEqualTo("0x010203");
        assertThatThrownBy(() -> bytes.slice(2, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
