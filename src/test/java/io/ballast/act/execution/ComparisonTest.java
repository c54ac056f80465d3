package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Flow;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Books and chain side by side, as a trader reads them. */
class ComparisonTest {
    private static final FlowsFound NOTHING = new FlowsFound(List.of(), List.of());

    @Test
    void saysEqualOfEveryLineWhereNothingDiffers() {
        Comparison same = compare(books("0", "0"), chain("1000", "2", "3"), NOTHING);

        assertThat(same.equal()).isTrue();
        assertThat(same.lines())
                .containsExactly(
                        "equal   USDC: books 1000.000000, chain 1000.000000",
                        "equal   WETH: books 2.000000000000000000, chain 2.000000000000000000",
                        "equal   coins: books 3.000000000000000000, chain 3.000000000000000000");
    }

    @Test
    void aTokenAloneOrCoinsAloneMakeADifference() {
        assertThat(compare(books("0", "0"), chain("999.999999", "2", "3"), NOTHING)
                        .equal())
                .isFalse();
        assertThat(compare(books("0", "0"), chain("1000", "2", "3.1"), NOTHING).equal())
                .isFalse();
    }

    @Test
    void countsWhatIsKeptApartAndSaysHowMuchThatIs() {
        Comparison apart = compare(books("5", "1"), chain("1005", "2", "4"), NOTHING);

        assertThat(apart.equal()).isTrue();
        assertThat(apart.lines())
                .containsExactly(
                        "equal   USDC: books 1005.000000, chain 1005.000000, of it kept apart 5.000000",
                        "equal   WETH: books 2.000000000000000000, chain 2.000000000000000000",
                        "equal   coins: books 4.000000000000000000, chain 4.000000000000000000, of them kept apart"
                                + " 1.000000000000000000");
    }

    @Test
    void whatCannotBeReadDiffersInWordsOnly() {
        ChainBalances unread = new ChainBalances(
                FakeChain.block(101), List.of(whole(WETH, "2")), Wei.ofCoins(new BigDecimal("3")), List.of(USDC));
        Comparison partly = compare(books("0", "0"), unread, NOTHING);

        assertThat(partly.equal()).isTrue();
        assertThat(partly.lines().getFirst()).isEqualTo("DIFFERS USDC: books 1000.000000, chain cannot be read");
    }

    @Test
    void saysWhatExplainsADifferenceAndWhatNothingExplains() {
        FlowsFound found =
                new FlowsFound(List.of(flow(Flow.Kind.DEPOSIT, 7)), List.of(flow(Flow.Kind.WRITTEN_OFF, -9)));

        assertThat(compare(books("0", "0"), chain("999.999998", "2", "3"), found)
                        .lines())
                .endsWith("explained: deposit 0.000007 USDC", "NOT explained: written off -0.000009 USDC")
                .startsWith("DIFFERS USDC: books 1000.000000, chain 999.999998");
    }

    private static Comparison compare(Books books, ChainBalances chain, FlowsFound found) {
        return new Comparison(chain, books, found);
    }

    private static Books books(String usdcApart, String coinsApart) {
        return new Books(
                List.of(whole(USDC, "1000"), whole(WETH, "2")),
                Wei.ofCoins(new BigDecimal("3")),
                List.of(whole(USDC, usdcApart), whole(WETH, "0")),
                Wei.ofCoins(new BigDecimal(coinsApart)));
    }

    private static ChainBalances chain(String usdc, String weth, String coins) {
        return new ChainBalances(
                FakeChain.block(101),
                List.of(whole(USDC, usdc), whole(WETH, weth)),
                Wei.ofCoins(new BigDecimal(coins)),
                List.of());
    }

    private static TokenAmount whole(Token token, String amount) {
        return TokenAmount.of(token, new BigDecimal(amount));
    }

    private static Flow flow(Flow.Kind kind, long usdc) {
        return new Flow(kind, USDC, BigInteger.valueOf(usdc), BigInteger.ZERO, Optional.empty(), Optional.empty());
    }
}
