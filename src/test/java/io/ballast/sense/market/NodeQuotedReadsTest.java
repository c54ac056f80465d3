package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.Encoding;
import io.ballast.sense.dex.web3j.NodeQuotedReads;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slipstream's form of the pool and the quoter; V3's has the real contracts in {@code MarketReaderIT}. */
class NodeQuotedReadsTest {
    private static final Address POOL = address(77);
    private static final Address QUOTER = address(78);
    private static final Address FACTORY = address(79);
    private static final String QUOTE = "quoteExactInputSingle((address,address,uint256,int24,uint160))";
    private static final PoolSpec SPEC =
            new PoolSpec(PoolId.of(POOL), Venue.SLIPSTREAM, List.of(A, B), 500, 100, Address.ZERO, Arithmetic.NODE);

    private final FakeChain chain = new FakeChain();
    private final Map<String, CallResult> answers = new HashMap<>();
    private final Hash32 at = chain.mine(Instant.EPOCH).ref().hash();
    private final NodeQuotedReads reads = new NodeQuotedReads(chain, Map.of(SPEC.id(), QUOTER));

    NodeQuotedReadsTest() {
        BigInteger price = BigInteger.ONE.shiftLeft(96);
        answer(
                POOL,
                "slot0()",
                Encoding.of().word(price).word(0).word(0).word(1).word(1).word(1));
        answer(POOL, "liquidity()", Encoding.of().word(1_000_000));
        answer(POOL, "fee()", Encoding.of().word(420));
        answer(POOL, "tickSpacing()", Encoding.of().word(100));
        answer(POOL, "token0()", Encoding.of().word(A.address()));
        answer(POOL, "token1()", Encoding.of().word(B.address()));
        answer(POOL, "factory()", Encoding.of().word(FACTORY));
        answer(QUOTER, "factory()", Encoding.of().word(FACTORY));
        answer(QUOTER, QUOTE, Encoding.of().word(990).word(price).word(0).word(90_000));
        chain.answers = call -> answers.getOrDefault(
                key(call.to(), call.data()), new CallResult.Reverted(Bytes.EMPTY, "execution reverted"));
    }

    @Test
    void takesPriceAndFeeOfTheBlockAndAsksEachQuestionOnce() {
        PoolState pool = reads.states(at, List.of(SPEC)).get(0);
        int before = chain.roundTrips;

        assertThat(pool.feePips()).isEqualTo(420);
        assertThat(pool.midPrice(A)).isEqualByComparingTo("1000000000000");
        assertThat(pool.swapExactIn(amount(A, "1000")).amountOut()).isEqualTo(amount(B, "990"));
        assertThat(pool.swapExactIn(amount(A, "1000")).amountOut()).isEqualTo(amount(B, "990"));
        assertThat(chain.roundTrips - before).isEqualTo(1);
    }

    @Test
    void aQuoterThatRevertsOrGivesNothingMakesNoQuote() {
        PoolState pool = reads.states(at, List.of(SPEC)).get(0);

        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .as("exact output is not answered")
                .isThrownBy(() -> pool.swapExactOut(A, amount(B, "10")));
        answer(QUOTER, QUOTE, Encoding.of().word(0).word(1).word(0).word(90_000));
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> pool.swapExactIn(amount(A, "1")));
        answer(QUOTER, QUOTE, Encoding.of().word(990));
        assertThatExceptionOfType(ChainException.class)
                .as("half an answer")
                .isThrownBy(() -> pool.swapExactIn(amount(A, "2")));
    }

    @Test
    void refusesAPoolThatItsQuoterDoesNotMean() {
        assertRefused("factory()", Encoding.of().word(address(80)), "its quoter of");
        assertRefused("tickSpacing()", Encoding.of().word(200), "tick spacing 200");
        assertRefused("token0()", Encoding.of().word(B.address()), "the file says AAA");
        assertRefused("slot0()", Encoding.of().word(1), "slot0 of 32 bytes");
        assertRefused("liquidity()", Encoding.of(), "expected 32 bytes");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> new NodeQuotedReads(chain, Map.of()).states(at, List.of(SPEC)))
                .withMessageContaining("no quoter");
    }

    private void assertRefused(String getter, Encoding answer, String words) {
        Map<String, CallResult> right = Map.copyOf(answers);
        answer(POOL, getter, answer);
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> reads.states(at, List.of(SPEC)))
                .withMessageContaining(words);
        answers.putAll(right);
    }

    private void answer(Address to, String function, Encoding answer) {
        byte[] hash = Keccak256.digest(function.getBytes(StandardCharsets.US_ASCII));
        answers.put(key(to, Bytes.of(hash)), new CallResult.Returned(answer.build()));
    }

    private static String key(Address to, Bytes data) {
        return to.hex() + data.hex().substring(2, 10);
    }
}
