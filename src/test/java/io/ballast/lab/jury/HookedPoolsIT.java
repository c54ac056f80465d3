package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.V4Events;
import io.ballast.sense.dex.web3j.V4Lens;
import io.ballast.sense.market.PoolReader;
import io.ballast.sense.market.ReadContracts;
import io.ballast.sense.market.ReadLimits;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Uniswap V4 pool whose hooks set the fee of every swap by its amount: V4Quoter's word is what then happens, to the wei. */
class HookedPoolsIT {
    /** Its last bits ask to be called before a swap, and for nothing else. */
    private static final Address HOOK = new Address("0x00000000000000000000000000000000fee00080");

    private static Ground ground;
    private static Exchanges exchanges;
    private static Singleton singleton;
    private static PoolSpec spec;

    @BeforeAll
    static void start() {
        ground = Ground.start();
        exchanges = new Exchanges(ground);
        singleton = new Singleton(ground, exchanges.witness());
        Address created = ground.create(Code.own("SwapHook"));
        ground.mine();
        String code = ground.rpc().call("eth_getCode", created.hex(), "latest").stringValue();
        ground.rpc().setCode(HOOK, Bytes.parse(code));
        Terrain terrain = Terrain.of(Terrain.Kind.HILLS, 60, Terrain.Ends.V3, new Random(7));
        Token first = exchanges.tokens().get(0);
        spec = singleton.pool(first, exchanges.tokens().get(1), PoolKey.DYNAMIC_FEE, 60, HOOK, terrain);
        ground.mine();
    }

    @AfterAll
    static void stop() {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void theNodesQuoteIsWhatTheSwapThenGives() {
        assertThat(spec.arithmetic()).isEqualTo(Arithmetic.NODE);
        for (long raw : List.of(1_000_003L, 77_777_777_777L, 123_456_789_012_345L)) {
            for (Token in : spec.tokens()) {
                PoolState pool = read(reader(singleton.manager()));
                assertThat(pool).isInstanceOf(NodeQuotedPool.class);
                TokenAmount amount = new TokenAmount(in, BigInteger.valueOf(raw));
                BigInteger quoted = pool.swapExactIn(amount).amountOut().raw();
                BigInteger naive = local().swapExactIn(amount).amountOut().raw();

                PoolEvent.Swapped swapped = executed(amount, true);

                assertThat(gained(swapped, in)).isEqualTo(amount.raw());
                assertThat(gained(swapped, pool.other(in)).negate())
                        .isEqualTo(quoted)
                        .isNotEqualTo(naive);
            }
        }
    }

    @Test
    void soIsItsQuoteForAnExactOutput() {
        for (Token out : spec.tokens()) {
            PoolState pool = read(reader(singleton.manager()));
            TokenAmount amount = new TokenAmount(out, BigInteger.valueOf(55_555_555_555L));
            BigInteger quoted =
                    pool.swapExactOut(pool.other(out), amount).amountIn().raw();

            PoolEvent.Swapped swapped = executed(amount, false);

            assertThat(gained(swapped, out).negate()).isEqualTo(amount.raw());
            assertThat(gained(swapped, pool.other(out))).isEqualTo(quoted);
        }
    }

    /** More than a swap may be by the hook, and more than the quoter can be asked. */
    @Test
    void whatTheHookRefusesThePoolDoesNotFill() {
        PoolState pool = read(reader(singleton.manager()));
        for (BigInteger raw : List.of(BigInteger.TEN.pow(18).add(BigInteger.ONE), BigInteger.ONE.shiftLeft(129))) {
            TokenAmount amount = new TokenAmount(spec.token0(), raw);
            assertThatExceptionOfType(InsufficientLiquidityException.class).isThrownBy(() -> pool.swapExactIn(amount));
        }
    }

    /** Read for one block, quoted at that block, whatever has happened since. */
    @Test
    void theQuoteIsOfTheBlockThatWasRead() {
        TokenAmount amount = new TokenAmount(spec.token0(), BigInteger.valueOf(7_000_007));
        PoolState pool = read(reader(singleton.manager()));
        BlockRef at = ground.head().ref();
        TokenAmount before = pool.swapExactIn(amount).amountOut();
        executed(new TokenAmount(spec.token0(), BigInteger.TEN.pow(18)), true);

        PoolState again = reader(singleton.manager()).read(at, List.of(spec)).get(0);
        assertThat(again.swapExactIn(amount).amountOut()).isEqualTo(before);
        assertThat(read(reader(singleton.manager())).swapExactIn(amount).amountOut())
                .isNotEqualTo(before);
    }

    /** A pool of another manager can have the same id. */
    @Test
    void aQuoterOfAnotherManagerIsRefused() {
        PoolReader wrong = reader(exchanges.witness());

        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(wrong))
                .withMessageContaining("manager of the quoter")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }

    private static PoolState read(PoolReader reader) {
        return reader.read(ground.head().ref(), List.of(spec)).get(0);
    }

    private static PoolReader reader(Address manager) {
        return new PoolReader(
                ground.reader(),
                Address.ZERO,
                ReadLimits.DEFAULT,
                List.of(new V4Lens(singleton.manager())),
                Map.of(spec.id(), singleton.quoter()),
                new ReadContracts(Optional.of(manager), Optional.empty()));
    }

    /** What our arithmetic makes of the pool's state, which holds no fee at all. */
    private static ConcentratedPool local() {
        V4Lens lens = new V4Lens(singleton.manager());
        return (ConcentratedPool) lens.states(
                        List.of(spec),
                        ground.ask(lens.calls(List.of(spec))),
                        ground.head().ref().timestamp())
                .get(0);
    }

    /** Flows into the pool of a swap that is really mined. */
    private static PoolEvent.Swapped executed(TokenAmount amount, boolean exactIn) {
        boolean zeroForOne = amount.token().equals(spec.token0()) == exactIn;
        Judge witness = new Judge.OfWitness(exchanges.witness(), singleton.manager());
        EthCall call = witness.question(new SwapCase(local(), zeroForOne, exactIn, amount.raw()));
        ground.callFrom(DevAccounts.TRADERS.get(0), call.to(), call.data());
        ground.mine();
        V4Events events = new V4Events(singleton.manager());
        for (LogEntry log : ground.reader().logsAt(ground.head().ref(), List.of(singleton.manager()), List.of())) {
            if (events.of(log).orElse(null) instanceof PoolEvent.Swapped swapped) {
                return swapped;
            }
        }
        throw new AssertionError("no swap was mined");
    }

    private static BigInteger gained(PoolEvent.Swapped swapped, Token token) {
        return token.equals(spec.token0()) ? swapped.amount0() : swapped.amount1();
    }
}
