package io.ballast.lab.faults;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.SwapCalldata;
import io.ballast.sense.dex.web3j.UniversalRouterCalldata;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checker reads out of calldata by hand is what was asked for. */
class RouterCallTest {
    private static final Instant DEADLINE = Instant.ofEpochSecond(1_800_000_000);
    private static final Address OWNER = new Address("0x" + "77".repeat(20));
    private static final PoolSpec AB = pool(1, A, B, false);
    private static final PoolSpec BC = pool(2, B, C, false);
    private static final PoolSpec COIN_B = pool(3, A, B, true);

    @ParameterizedTest
    @EnumSource
    void readsEveryPartOfTheUniversalRouter(UniversalRouterVersion version) {
        List<RoutePart> parts = List.of(
                part(5, hop(Venue.UNISWAP_V3, A, B), hop(Venue.UNISWAP_V3, B, C)),
                part(7, hop(Venue.UNISWAP_V2, A, C)),
                part(11, v4(AB), v4(BC)),
                part(13, v4(COIN_B), v4(BC)));
        Bytes call = universal(version).exactInput(parts, OWNER, DEADLINE);
        assertThat(RouterCall.read(call)).hasValueSatisfying(read -> {
            assertThat(read.minOut()).isEqualTo(36);
            assertThat(read.deadline()).isEqualTo(DEADLINE);
            assertThat(read.recipients()).hasSize(4).containsOnly(OWNER);
        });
    }

    @Test
    void readsASingleV4Pool() {
        List<RoutePart> parts = List.of(new RoutePart(new Route(List.of(v4(AB))), amount(A, 100), amount(B, 9)));
        Bytes call = universal(UniversalRouterVersion.V2_1_0).exactInput(parts, OWNER, DEADLINE);
        assertThat(RouterCall.read(call)).contains(new RouterCall(BigInteger.valueOf(9), List.of(OWNER), DEADLINE));
    }

    @Test
    void readsEveryPartOfSwapRouter02() {
        List<RoutePart> parts = List.of(
                part(5, hop(Venue.UNISWAP_V3, A, B), hop(Venue.UNISWAP_V3, B, C)),
                part(6, hop(Venue.UNISWAP_V3, A, C)),
                part(7, hop(Venue.UNISWAP_V2, A, C)));
        assertThat(RouterCall.read(SwapCalldata.exactInput(parts, OWNER, DEADLINE)))
                .contains(new RouterCall(BigInteger.valueOf(18), List.of(OWNER, OWNER, OWNER), DEADLINE));
    }

    @Test
    void readsNothingOfACommandThatMayFailWithoutARevert() {
        List<RoutePart> parts = List.of(part(5, hop(Venue.UNISWAP_V3, A, C)));
        byte[] call = universal(UniversalRouterVersion.V2_1_0)
                .exactInput(parts, OWNER, DEADLINE)
                .toArray();
        int command = 4 + 4 * 32;
        assertThat(call[command]).isZero();
        call[command] = (byte) 0x80;
        assertThat(RouterCall.read(Bytes.of(call))).isEmpty();
    }

    private static UniversalRouterCalldata universal(UniversalRouterVersion version) {
        return new UniversalRouterCalldata(version, List.of(AB, BC, COIN_B));
    }

    private static RoutePart part(int minOut, Hop... hops) {
        return new RoutePart(new Route(List.of(hops)), amount(A, 100), amount(C, minOut));
    }

    private static TokenAmount amount(Token token, int raw) {
        return new TokenAmount(token, BigInteger.valueOf(raw));
    }

    private static Hop hop(Venue venue, Token in, Token out) {
        return new Hop(PoolId.of(OWNER), venue, 3_000, in, out);
    }

    private static Hop v4(PoolSpec pool) {
        return new Hop(pool.id(), Venue.UNISWAP_V4, pool.feePips(), pool.token0(), pool.token1());
    }

    private static PoolSpec pool(int id, Token token0, Token token1, boolean coin) {
        return new PoolSpec(
                new PoolId(new Hash32("0x" + "0".repeat(63) + id).hex()),
                Venue.UNISWAP_V4,
                List.of(token0, token1),
                500,
                10,
                Address.ZERO,
                io.ballast.sense.dex.Arithmetic.LOCAL,
                coin);
    }
}
