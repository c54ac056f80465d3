package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What our encoders write is read back, and nothing else is believed. */
class SwapReaderTest {
    private static final Instant DEADLINE = Instant.ofEpochSecond(1_800_000_000);
    private static final Address OWNER = address(0xffff);
    private static final PoolSpec AB = spec(A, B, 500, 10);
    private static final PoolSpec AC = spec(A, C, 3000, 60);
    private static final PoolSpec BC = spec(B, C, 500, 10);

    /** C wraps the coin that these pools trade. */
    private static final PoolSpec COIN_A = coin(A, 500);

    private static final PoolSpec COIN_B = coin(B, 3000);

    private record Case(String name, Bytes data, Function<Bytes, SwapReading> reader, List<RoutePart> parts) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatOurEncodersWrite(Case written) {
        SwapReading reading = written.reader().apply(written.data());

        assertThat(reading.deadline()).isEqualTo(DEADLINE);
        assertThat(reading.parts())
                .isEqualTo(written.parts().stream()
                        .map(part -> new SwapReading.Part(
                                SwapRules.tokens(part.route()),
                                part.amountIn().raw(),
                                part.minOut().raw(),
                                OWNER))
                        .toList());
    }

    /** A changed bit is refused or shows, but for which pool of the same two tokens is taken: its minimum bounds that. */
    @ParameterizedTest
    @MethodSource("cases")
    void overlooksNothingButThePool(Case written) {
        SwapReading good = written.reader().apply(written.data());
        int overlooked = 0;
        for (int i = 0; i < written.data().size(); i++) {
            byte[] changed = written.data().toArray();
            changed[i] ^= 1;
            overlooked += same(written, Bytes.of(changed), good) ? 1 : 0;
        }
        assertThat(overlooked)
                .isEqualTo(written.parts().stream()
                        .flatMap(part -> part.route().hops().stream())
                        .mapToInt(SwapReaderTest::bytesOfThePool)
                        .sum());
    }

    /** Fee, and of V4 tick spacing and hooks too. */
    private static int bytesOfThePool(Hop hop) {
        return switch (hop.venue()) {
            case UNISWAP_V3 -> 3;
            case UNISWAP_V4 -> 3 + 3 + 20;
            default -> 0;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesCutAndPaddedCalls(Case written) {
        int size = written.data().size();
        for (int length : new int[] {0, 3, 4, 36, size - 32, size - 1, size + 1, size + 32}) {
            Bytes other = Bytes.of(Arrays.copyOf(written.data().toArray(), length));
            assertThatThrownBy(() -> written.reader().apply(other)).isInstanceOf(ChainException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(UniversalRouterVersion.class)
    void refusesCommandsThatAreNotSwaps(UniversalRouterVersion version) {
        Bytes swap = universal(version, List.of(part(hop(Venue.UNISWAP_V3, A, B))));
        byte[] bytes = swap.toArray();
        int command = 4 + 32 * 4;
        assertThat(bytes[command]).isZero();
        for (int other : new int[] {0x80, 0x01, 0x04, 0x05, 0x06, 0x0a, 0x0b, 0x0c, 0x21}) {
            bytes[command] = (byte) other;
            assertThatThrownBy(() -> new UniversalRouterReader(version, Optional.empty()).read(Bytes.of(bytes)))
                    .isInstanceOf(ChainException.class);
        }
    }

    static Stream<Case> cases() {
        List<RoutePart> concentrated = List.of(part(hop(Venue.UNISWAP_V3, A, B)));
        List<RoutePart> mixed = List.of(
                part(hop(Venue.UNISWAP_V3, A, C), hop(Venue.UNISWAP_V3, C, B)),
                part(hop(Venue.UNISWAP_V2, A, C), hop(Venue.UNISWAP_V2, C, B)),
                part(hop(Venue.UNISWAP_V3, A, B)));
        List<RoutePart> pair = List.of(part(hop(Venue.UNISWAP_V2, A, B)));
        List<RoutePart> v4 =
                List.of(part(v4(AB, A, B)), part(v4(AC, A, C), v4(BC, C, B)), part(hop(Venue.UNISWAP_V2, A, B)));
        List<RoutePart> coins = List.of(
                part(v4(COIN_A, A, C), v4(COIN_B, C, B)),
                part(v4(COIN_A, A, C), v4(BC, C, B)),
                part(v4(AC, A, C), v4(COIN_B, C, B)));
        List<RoutePart> fromCoin = List.of(between(C, B, v4(COIN_B, C, B)), between(C, B, v4(BC, C, B)));
        List<RoutePart> toCoin = List.of(between(A, C, v4(COIN_A, A, C)), between(A, C, v4(AC, A, C)));
        Stream<Case> simple = Stream.of(
                swapRouter02("one pool of V3", concentrated),
                swapRouter02("three parts", mixed),
                new Case(
                        "V2 router",
                        V2RouterCalldata.exactInput(pair.get(0), OWNER, DEADLINE),
                        SwapReader::v2Router,
                        pair));
        Stream<Case> universal = Arrays.stream(UniversalRouterVersion.values())
                .flatMap(version -> Stream.of(mixed, v4, coins, fromCoin, toCoin)
                        .map(parts -> new Case(
                                "Universal Router " + version + " " + parts,
                                universal(version, parts),
                                new UniversalRouterReader(version, Optional.of(C.address()))::read,
                                parts)));
        return Stream.concat(simple, universal);
    }

    private static Case swapRouter02(String name, List<RoutePart> parts) {
        return new Case(name, SwapCalldata.exactInput(parts, OWNER, DEADLINE), SwapReader::swapRouter02, parts);
    }

    private static Bytes universal(UniversalRouterVersion version, List<RoutePart> parts) {
        return new UniversalRouterCalldata(version, List.of(AB, AC, BC, COIN_A, COIN_B))
                .exactInput(parts, OWNER, DEADLINE);
    }

    private static boolean same(Case written, Bytes data, SwapReading good) {
        try {
            return written.reader().apply(data).equals(good);
        } catch (ChainException refused) {
            return false;
        }
    }

    private static RoutePart between(Token in, Token out, Hop... hops) {
        return new RoutePart(new Route(List.of(hops)), amount(in, "1000"), amount(out, "7"));
    }

    private static RoutePart part(Hop... hops) {
        return new RoutePart(new Route(List.of(hops)), amount(A, "1000"), amount(B, "7"));
    }

    private static Hop hop(Venue venue, Token in, Token out) {
        return new Hop(PoolId.of(address(0x77)), venue, 500, in, out);
    }

    private static Hop v4(PoolSpec pool, Token in, Token out) {
        return new Hop(pool.id(), Venue.UNISWAP_V4, 500, in, out);
    }

    private static PoolSpec coin(Token token, int fee) {
        return new PoolKey(Address.ZERO, token.address(), fee, 10, Address.ZERO).spec(C, token);
    }

    private static PoolSpec spec(Token token0, Token token1, int fee, int spacing) {
        return new PoolKey(token0.address(), token1.address(), fee, spacing, Address.ZERO).spec(token0, token1);
    }
}
