package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Swaps that the real contracts made, replayed by our arithmetic. */
class ChainReplayIT {
    private static final int BLOCKS = 25;
    private static PoolGround ground;
    private static ChainReader chain;
    private static PoolReader reader;
    private static List<PoolSpec> pools;
    private static long first;

    @BeforeAll
    static void trade() {
        ground = new PoolGround(2);
        pools = new ArrayList<>(List.of(
                ground.pool(0, 1, 100, 1, 20),
                ground.pool(0, 1, 3000, 60, 30),
                ground.pool(0, 1, 10_000, 200, 10),
                ground.pair(0, 1)));
        pools.sort(Comparator.comparing(PoolSpec::id));
        ground.mine();
        chain = ground.chain();
        reader = new PoolReader(chain, PoolGround.MULTICALL);
        first = chain.head().ref().number();
        Random random = new Random(5);
        for (int i = 0; i < BLOCKS; i++) {
            pools.forEach(pool -> act(pool, random));
            ground.mine();
        }
    }

    @AfterAll
    static void end() {
        if (ground != null) {
            ground.close();
        }
    }

    private static void act(PoolSpec pool, Random random) {
        BigInteger amount = new BigInteger(30 + random.nextInt(30), random).add(BigInteger.TEN);
        if (pool.tickSpacing() == 0) {
            BlockRef head = chain.head().ref();
            PoolState pair = reader.read(head, List.of(pool)).get(0);
            BigInteger out = pair.swapExactIn(new TokenAmount(pool.token0(), amount))
                    .amountOut()
                    .raw();
            ground.act(AbiEncoder.call("swapPair(address,address,uint256,uint256,uint256)")
                    .address(pool.id().address())
                    .address(pool.token0().address())
                    .integer(amount)
                    .integer(0)
                    .integer(out));
            return;
        }
        if (random.nextInt(4) == 0) {
            int step = 1 + random.nextInt(10);
            ground.act(AbiEncoder.call("burn(address,int24,int24,uint128)")
                    .address(pool.id().address())
                    .integer(-step * pool.tickSpacing())
                    .integer((step + 1L) * pool.tickSpacing())
                    .integer(BigInteger.TEN.pow(18)));
        }
        ground.act(AbiEncoder.call("swap(address,bool,int256)")
                .address(pool.id().address())
                .bool(random.nextBoolean())
                .integer(random.nextBoolean() ? amount : amount.negate()));
    }

    @Test
    void everySwapIsOursToTheUnitWhicheverWayItWasMeant() {
        ChainReplay.Result result =
                new ChainReplay(chain, reader, pools, PoolEvents.OWN_CONTRACTS).swaps(first, first + BLOCKS);

        assertThat(result.differences()).isEmpty();
        assertThat(result.checks()).hasSizeGreaterThanOrEqualTo(4 * BLOCKS - 20).allMatch(SwapCheck::exact);
        assertThat(result.checks())
                .extracting(SwapCheck::kind)
                .contains(SwapCheck.Kind.EXACT_IN, SwapCheck.Kind.EXACT_OUT);
        assertThat(result.same()).isTrue();
        assertThat(ErrorTable.of(result.checks()).rows()).hasSize(4);
    }

    @Test
    void stateAndQuotesAtABlockAreTheChains() {
        ChainReplay.Result result = new ChainReplay(chain, reader, pools, PoolEvents.OWN_CONTRACTS)
                .quotes(first, first + BLOCKS, Optional.of(ground.quoter));

        assertThat(result.differences()).isEmpty();
        assertThat(result.checks()).hasSizeGreaterThan(50).allMatch(SwapCheck::exact);
    }

    @Test
    void aPoolWhoseFeeIsNotWhatItSaysIsFound() {
        PoolSpec real = pools.stream()
                .filter(pool -> pool.tickSpacing() == 60)
                .findFirst()
                .orElseThrow();
        PoolSpec wrong = new PoolSpec(real.id(), real.venue(), real.token0(), real.token1(), 2999, 60);

        ChainReplay.Result result =
                new ChainReplay(chain, reader, List.of(wrong), PoolEvents.OWN_CONTRACTS).swaps(first, first + BLOCKS);

        assertThat(result.same()).isFalse();
        assertThat(ErrorTable.of(result.checks()).rows().get(0).maxBps())
                .isBetween(new java.math.BigDecimal("0.0001"), new java.math.BigDecimal("10000"));
    }

    @Test
    void findsThePoolsInTheFactories() {
        List<PoolState> found = new PoolDiscovery(
                        chain,
                        reader,
                        PoolGround.MULTICALL,
                        Optional.of(ground.v2Factory),
                        Optional.of(ground.v3Factory))
                .find(chain.head().ref(), ground.tokens);

        assertThat(found).extracting(PoolState::spec).containsExactlyInAnyOrderElementsOf(pools);
    }
}
