package io.ballast.sense.dex.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.SolidlyPool;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Solidly's arithmetic before a pair of our own in Solidity: thousands of seeded quotes and not one unit of difference. */
class SolidlyPairIT {
    private static final Address AT = Pools.address(0x501d);
    private static final BigInteger REVERTED = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final int QUOTES = 200;
    private static OwnChain chain;
    private final Random random = new Random(99);

    @BeforeAll
    static void start() {
        chain = new OwnChain();
        chain.put(AT, "SolidlyPair");
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    void stablePairsOfAllDecimalsQuoteAsTheContract() {
        for (int[] decimals :
                List.of(new int[] {18, 6}, new int[] {6, 18}, new int[] {6, 6}, new int[] {18, 18}, new int[] {8, 2})) {
            for (int imbalance : List.of(0, 1, 4, 10)) {
                compare(pool(decimals[0], decimals[1], true, imbalance));
            }
        }
        assertThat(quoted).isGreaterThan(4_000);
    }

    @Test
    void volatilePairsQuoteAsTheContract() {
        for (int[] decimals : List.of(new int[] {18, 6}, new int[] {6, 18}, new int[] {18, 18})) {
            for (int imbalance : List.of(0, 5, 40)) {
                compare(pool(decimals[0], decimals[1], false, imbalance));
            }
        }
        assertThat(quoted).isGreaterThan(2_500);
    }

    @Test
    void theReaderFindsThePairAsItIs() {
        SolidlyReads reads = new SolidlyReads(AT);
        for (boolean stable : List.of(true, false)) {
            SolidlyPool pool = pool(18, 6, stable, 1);
            chain.send(AT, setting(pool));
            List<PoolSpec> specs = List.of(pool.spec());

            assertThat(reads.states(specs, chain.ask(reads.calls(specs)), Instant.EPOCH))
                    .containsExactly(pool);
        }
    }

    @Test
    void theReaderRefusesAPairOfOtherTokensOrAnotherFactory() {
        chain.send(AT, setting(pool(18, 6, true, 1)));
        List<PoolSpec> other = List.of(pool(6, 18, true, 1).spec());
        SolidlyReads reads = new SolidlyReads(AT);

        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> reads.states(other, chain.ask(reads.calls(other)), Instant.EPOCH))
                .withMessageContaining("the file says 6 decimals");
        assertThatExceptionOfType(ChainException.class)
                .as("a factory with no code answers nothing")
                .isThrownBy(() -> {
                    SolidlyReads elsewhere = new SolidlyReads(Pools.address(0xfac));
                    elsewhere.states(other, chain.ask(elsewhere.calls(other)), Instant.EPOCH);
                })
                .withMessageContaining("another factory");
    }

    private int quoted;

    private void compare(SolidlyPool pool) {
        chain.send(AT, setting(pool));
        for (Token in : pool.tokens()) {
            BigInteger reserve = in.equals(pool.token0()) ? pool.reserve0() : pool.reserve1();
            List<BigInteger> amounts = new ArrayList<>();
            for (int i = 0; i < QUOTES; i++) {
                amounts.add(new BigInteger(1 + random.nextInt(reserve.bitLength() + 2), random).add(BigInteger.ONE));
            }
            List<BigInteger> told = ask(amounts, in);
            for (int i = 0; i < QUOTES; i++) {
                assertThat(ours(pool, new TokenAmount(in, amounts.get(i))))
                        .as("%s of %s in %s", amounts.get(i), in.decimals(), pool)
                        .isEqualTo(told.get(i));
                quoted += told.get(i).equals(REVERTED) ? 0 : 1;
            }
        }
    }

    private static BigInteger ours(SolidlyPool pool, TokenAmount in) {
        try {
            return pool.swapExactIn(in).amountOut().raw();
        } catch (InsufficientLiquidityException refused) {
            return REVERTED;
        }
    }

    private static List<BigInteger> ask(List<BigInteger> amounts, Token in) {
        Encoding call = OwnChain.function("amountsOut(uint256[],address)")
                .word(64)
                .word(in.address())
                .word(amounts.size());
        amounts.forEach(call::word);
        Words words = new Words(
                "answer of the judge",
                chain.ask(List.of(EthCall.to(AT, call.build()))).get(0).orThrow("the judge"));
        List<BigInteger> told = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            told.add(words.unsigned(64 + 32 * i, 32));
        }
        return told;
    }

    static Bytes setting(SolidlyPool pool) {
        return OwnChain.function("set((address,address,uint256,uint256,uint256,uint256,uint256,bool))")
                .word(pool.token0().address())
                .word(pool.token1().address())
                .word(BigInteger.TEN.pow(pool.token0().decimals()))
                .word(BigInteger.TEN.pow(pool.token1().decimals()))
                .word(pool.reserve0())
                .word(pool.reserve1())
                .word(pool.feeBps())
                .word(pool.stable() ? 1 : 0)
                .build();
    }

    /** @param imbalance token1's whole reserve is about 2^-imbalance of token0's */
    private SolidlyPool pool(int decimals0, int decimals1, boolean stable, int imbalance) {
        Token token0 = Pools.token(0xa, "AAA", decimals0);
        Token token1 = Pools.token(0xb, "BBB", decimals1);
        int feeBps = List.of(0, 1, 5, 30, 300).get(random.nextInt(5));
        PoolSpec spec = new PoolSpec(PoolId.of(AT), Venue.AERODROME, token0, token1, feeBps * 100, 0);
        BigInteger whole = BigInteger.valueOf(1_000_000 + random.nextInt(100_000_000));
        return new SolidlyPool(
                spec,
                reserve(whole, decimals0),
                reserve(whole, decimals1).shiftRight(imbalance).add(BigInteger.ONE),
                stable,
                feeBps);
    }

    private BigInteger reserve(BigInteger whole, int decimals) {
        BigInteger unit = BigInteger.TEN.pow(decimals);
        return whole.multiply(unit).add(new BigInteger(unit.bitLength() - 1, random));
    }
}
