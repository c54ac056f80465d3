package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.SwapFees;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class V4LensTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_800_000_000);
    private static final Address MANAGER = address(0x1234);
    private static final PoolSpec FIXED = spec(3_000, Address.ZERO);
    private static final PoolSpec DYNAMIC = spec(PoolKey.DYNAMIC_FEE, address(0x40000));
    private static final List<Position> POSITIONS =
            List.of(Position.of(-600, 600, "1000000007"), Position.of(-60, 60, "3"), Position.of(-120, -60, "5"));
    private final V4Lens lens = new V4Lens(MANAGER);

    @Test
    void asksTheManagerForManyPoolsInOneCall() {
        EthCall call = lens.calls(List.of(FIXED, DYNAMIC)).get(0);

        assertThat(lens.calls(List.of(FIXED, DYNAMIC))).hasSize(1);
        assertThat(call.data())
                .isEqualTo(Bytes.parse("0x" + MANAGER.hex().substring(2)
                        + FIXED.id().hex().substring(2) + "00003cffff"
                        + DYNAMIC.id().hex().substring(2) + "00003cffff"));
        assertThat(call.codeOverrides()).containsOnlyKeys(call.to());
    }

    @Test
    void spreadsPoolsOverAsManyCallsAsTheGasAllows() {
        assertThat(lens.within(2_500_000).calls(List.of(FIXED, DYNAMIC))).hasSize(2);
        assertThat(lens.within(1).calls(List.of(FIXED))).hasSize(1);
        assertThat(lens.calls(List.of())).isEmpty();
    }

    /** As {@link PoolLens} does: half of the gas goes into words. */
    @Test
    void readsOnlyNearThePriceWhereAPoolDoesNotFit() {
        PoolSpec fine = new PoolKey(A.address(), B.address(), 3_000, 1, Address.ZERO).spec(A, B);
        V4Lens narrow = lens.within(1_200_000);
        assertThat(narrow.calls(List.of(fine)).get(0).data().hex()).endsWith("000001" + "0064");
        ConcentratedPool plain = Pools.pool(Pools.spec(1, A, B, 3_000, 1), -300, List.of(Position.of(-900, 900, "7")));
        Bytes answer = answer(part(of(fine, plain, SwapFees.of(3_000)), 0, 3_000));

        ConcentratedPool state =
                (ConcentratedPool) narrow.states(List.of(fine), List.of(new CallResult.Returned(answer)), TIME)
                        .get(0);

        assertThat(state.ticks().knownLow()).isEqualTo((-2 - 100) * 256);
        assertThat(state.ticks().knownHigh()).isEqualTo((-2 + 100) * 256 + 255);
    }

    @Test
    void readsTheFeesInForce() {
        ConcentratedPool fixed = pool(FIXED, SwapFees.withProtocol(3_000, 500, 1_000));
        ConcentratedPool dynamic = pool(DYNAMIC, SwapFees.of(4_321));
        Bytes answer = answer(part(fixed, 500 | 1_000 << 12, 3_000), part(dynamic, 0, 4_321));

        assertThat(states(List.of(FIXED, DYNAMIC), answer)).containsExactly(fixed, dynamic);
        assertThat(fixed.fees()).isEqualTo(new SwapFees(3_499, 3_997));
    }

    @Test
    void anImpossibleAnswerIsMalformed() {
        String fixed = part(pool(FIXED, SwapFees.of(3_000)), 0, 3_000);
        assertMalformed(answer(part(pool(FIXED, SwapFees.of(3_000)), 0, 3_001)), "its fee is 3001");
        assertMalformed(answer(fixed, "00"), "goes on");
        assertMalformed(Bytes.EMPTY, "ignored the code override");
        Bytes whole = answer(fixed);
        for (int length = 0; length < whole.size(); length++) {
            assertMalformed(Bytes.of(whole.slice(0, length)), "malformed");
        }
    }

    @Test
    void namesThePoolOrTheManagerThatIsNotThere() {
        assertReverted(
                Bytes.parse(FIXED.id().hex()),
                ChainException.Kind.REVERTED,
                FIXED.id().hex());
        assertReverted(left(5_000), ChainException.Kind.REVERTED, "does not answer as a PoolManager");
        assertReverted(left(40), ChainException.Kind.REFUSED, "out of gas");
    }

    private static Bytes left(long gas) {
        return Encoding.of().word(MANAGER).word(gas).build();
    }

    private void assertReverted(Bytes data, ChainException.Kind kind, String why) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() ->
                        lens.states(List.of(FIXED), List.of(new CallResult.Reverted(data, "execution reverted")), TIME))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private void assertMalformed(Bytes answer, String why) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> states(List.of(FIXED), answer))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }

    private List<PoolState> states(List<PoolSpec> specs, Bytes answer) {
        return lens.states(specs, List.of(new CallResult.Returned(answer)), TIME);
    }

    private static PoolSpec spec(int fee, Address hooks) {
        return new PoolKey(A.address(), B.address(), fee, 60, hooks).spec(A, B);
    }

    private static ConcentratedPool pool(PoolSpec spec, SwapFees fees) {
        ConcentratedPool plain = Pools.pool(Pools.spec(1, A, B, 3_000, 60), -90, POSITIONS);
        return of(spec, plain, fees);
    }

    private static ConcentratedPool of(PoolSpec spec, ConcentratedPool plain, SwapFees fees) {
        return new ConcentratedPool(spec, plain.sqrtPriceX96(), plain.tick(), plain.liquidity(), plain.ticks(), fees);
    }

    private static Bytes answer(String... parts) {
        return Encoding.of()
                .packed(BigInteger.valueOf(TIME.getEpochSecond()), 8)
                .raw(String.join("", parts))
                .build();
    }

    private static String part(ConcentratedPool pool, int protocolFee, int fee) {
        Encoding out = Encoding.of()
                .packed(pool.sqrtPriceX96(), 20)
                .packed(BigInteger.valueOf(pool.tick()), 3)
                .packed(pool.liquidity(), 16)
                .packed(BigInteger.valueOf(protocolFee), 3)
                .packed(BigInteger.valueOf(fee), 3)
                .packed(BigInteger.valueOf(pool.ticks().size()), 3);
        for (int i = 0; i < pool.ticks().size(); i++) {
            out.packed(BigInteger.valueOf(pool.ticks().index(i)), 3)
                    .packed(pool.ticks().net(i), 16);
        }
        return out.build().hex().substring(2);
    }
}
