package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.StableSwapForm;
import io.ballast.sense.dex.StableSwapPool;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.WeightedPool;
import io.ballast.sense.dex.WeightedVersion;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Solidly's reads have a contract to answer them in {@code SolidlyPairIT}. */
class PlainReadsTest {
    private static final Address VAULT = Pools.address(0x7a);
    private static final CallResult REVERT = new CallResult.Reverted(Bytes.parse("0x"), "execution reverted");

    private final CurveReads curve = new CurveReads();
    private final BalancerReads balancer = new BalancerReads(VAULT);
    private final StableSwapPool tripool = new StableSwapPool(
            spec(Venue.CURVE, PoolId.of(Pools.address(4))),
            List.of(number("1500000000000000000000000"), number("700000000000"), number("900000000000000000000000")),
            BigInteger.valueOf(200),
            BigInteger.valueOf(4_000_000),
            BigInteger.valueOf(5_000_000_000L),
            StableSwapForm.WHOLE_A);
    private final WeightedPool weighted = new WeightedPool(
            spec(Venue.BALANCER_V2, new PoolId(Pools.address(5).hex() + "000200000000000000000014")),
            tripool.balances(),
            List.of(number("500000000000000000"), number("200000000000000000"), number("300000000000000000")),
            number("3000000000000000"),
            WeightedVersion.V1);

    @Test
    void readsACurvePoolOfEitherForm() {
        StableSwapPool precise = new StableSwapPool(
                tripool.spec(),
                tripool.balances(),
                BigInteger.valueOf(20_000),
                tripool.fee(),
                tripool.adminFee(),
                StableSwapForm.PRECISE_A);

        assertThat(read(curve, tripool.spec(), answers(tripool))).isEqualTo(tripool);
        assertThat(read(curve, precise.spec(), answers(precise))).isEqualTo(precise);
    }

    @Test
    void refusesACurvePoolThatQuotesOtherwise() {
        List<CallResult> answers = answers(tripool);
        int sample = answers.size() - 2;
        Words told = new Words("quote", answers.get(sample).orThrow("quote"));
        answers.set(sample, word(told.unsigned(0, 32).add(BigInteger.ONE)));

        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(curve, tripool.spec(), answers))
                .withMessageContaining("does not quote as its kind does")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
        answers.set(sample, REVERT);
        assertThatExceptionOfType(ChainException.class).isThrownBy(() -> read(curve, tripool.spec(), answers));
    }

    @Test
    void refusesACurvePoolInAnotherOrderOrWithoutAnswers() {
        List<CallResult> swapped = answers(tripool);
        swapped.set(4, address(B.address()));
        List<CallResult> empty = answers(tripool);
        empty.set(2, new CallResult.Returned(Bytes.parse("0x")));
        List<CallResult> reverted = answers(tripool);
        reverted.set(2, REVERT);
        List<CallResult> none = answers(tripool);
        none.set(5, word(BigInteger.ZERO));

        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(curve, tripool.spec(), swapped))
                .withMessageContaining("the file says AAA");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(curve, tripool.spec(), empty))
                .withMessageContaining("expected 32 bytes");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(curve, tripool.spec(), reverted))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.REVERTED));
        assertThatExceptionOfType(ChainException.class)
                .as("an empty pool")
                .isThrownBy(() -> read(curve, tripool.spec(), none))
                .withMessageContaining("impossible");
    }

    @Test
    void readsABalancerPoolOfEitherVersion() {
        WeightedPool later = new WeightedPool(
                weighted.spec(), weighted.balances(), weighted.weights(), weighted.swapFee(), WeightedVersion.V2);

        assertThat(read(balancer, weighted.spec(), answers(weighted, false))).isEqualTo(weighted);
        assertThat(read(balancer, later.spec(), answers(later, false))).isEqualTo(later);
        assertThat(balancer.calls(List.of(weighted.spec())))
                .extracting(EthCall::to)
                .containsExactly(
                        VAULT,
                        Pools.address(5),
                        Pools.address(5),
                        Pools.address(5),
                        Pools.address(5),
                        Pools.address(5));
    }

    @Test
    void refusesABalancerPoolThatIsPausedOrOfAnotherVaultOrOtherTokens() {
        List<CallResult> elsewhere = answers(weighted, false);
        elsewhere.set(4, address(Pools.address(0x7b)));
        List<CallResult> fewer = answers(weighted, false);
        fewer.set(
                1,
                new CallResult.Returned(
                        Encoding.of().word(32).word(2).word(1).word(1).build()));

        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(balancer, weighted.spec(), answers(weighted, true)))
                .withMessageContaining("is paused");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(balancer, weighted.spec(), elsewhere))
                .withMessageContaining("another vault");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(balancer, weighted.spec(), fewer))
                .withMessageContaining("has 2 tokens");
    }

    private static Object read(StateReads reads, PoolSpec pool, List<CallResult> answers) {
        return reads.states(List.of(pool), answers, Instant.EPOCH).get(0);
    }

    private static List<CallResult> answers(StableSwapPool pool) {
        boolean precise = pool.form() == StableSwapForm.PRECISE_A;
        List<CallResult> answers = new ArrayList<>();
        answers.add(precise ? word(pool.amplification()) : REVERT);
        answers.add(word(precise ? pool.amplification().divide(BigInteger.valueOf(100)) : pool.amplification()));
        answers.add(word(pool.fee()));
        answers.add(word(pool.adminFee()));
        for (int i = 0; i < 3; i++) {
            answers.add(address(pool.tokens().get(i).address()));
            answers.add(word(pool.balances().get(i)));
        }
        for (long sample : List.of(1L, 1_000L)) {
            answers.add(quote(pool, A, B, sample));
            answers.add(quote(pool, B, A, sample));
        }
        return answers;
    }

    private static CallResult quote(StableSwapPool pool, Token in, Token out, long whole) {
        TokenAmount amount = TokenAmount.of(in, java.math.BigDecimal.valueOf(whole));
        return word(pool.swapExactIn(amount, out).amountOut().raw());
    }

    private static List<CallResult> answers(WeightedPool pool, boolean paused) {
        Encoding tokens = Encoding.of().word(96).word(224).word(7).word(3);
        pool.tokens().forEach(token -> tokens.word(token.address()));
        tokens.word(3);
        pool.balances().forEach(tokens::word);
        Encoding weights = Encoding.of().word(32).word(3);
        pool.weights().forEach(weights::word);
        List<CallResult> answers = new ArrayList<>();
        answers.add(new CallResult.Returned(tokens.build()));
        answers.add(new CallResult.Returned(weights.build()));
        answers.add(word(pool.swapFee()));
        answers.add(new CallResult.Returned(
                Encoding.of().word(paused ? 1 : 0).word(0).word(0).build()));
        answers.add(address(VAULT));
        answers.add(pool.version() == WeightedVersion.V1 ? REVERT : word(BigInteger.valueOf(32)));
        return answers;
    }

    private static CallResult word(BigInteger value) {
        return new CallResult.Returned(Encoding.of().word(value).build());
    }

    private static CallResult address(Address address) {
        return new CallResult.Returned(Encoding.of().word(address).build());
    }

    private static PoolSpec spec(Venue venue, PoolId id) {
        return new PoolSpec(id, venue, List.of(A, B, C), 0, 0, Address.ZERO, Arithmetic.LOCAL);
    }

    private static BigInteger number(String digits) {
        return new BigInteger(digits);
    }
}
