package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniversalRouterCalldataTest {
    private static final Instant DEADLINE = Instant.ofEpochSecond(1_800_000_000);
    private static final Address OWNER = address(0xffff);
    private static final Address HOOKS = address(0x40000);
    private static final Token COIN = new Token(Address.ZERO, "ETH", 18);
    private static final PoolSpec AB = spec(A, B, 500, 10, Address.ZERO);
    private static final PoolSpec AC = spec(A, C, PoolKey.DYNAMIC_FEE, 60, HOOKS);
    private static final PoolSpec BC = spec(B, C, 3000, 60, Address.ZERO);
    private static final PoolSpec COIN_A = spec(COIN, A, 500, 10, Address.ZERO);
    private static final List<PoolSpec> POOLS = List.of(AB, AC, BC, COIN_A);
    private final UniversalRouterCalldata router = new UniversalRouterCalldata(UniversalRouterVersion.V2_1_0, POOLS);

    @Test
    void paysPartsOfV3AndV2ByPermit2() {
        Bytes path = Bytes.parse("0x" + digits(A) + "0001f4" + digits(B));
        Bytes concentrated = Encoding.of()
                .word(OWNER)
                .word(600)
                .word(5)
                .word(160)
                .word(1)
                .bytes(path)
                .build();
        Bytes pair = Encoding.of()
                .word(OWNER)
                .word(400)
                .word(2)
                .word(160)
                .word(1)
                .word(2)
                .word(A.address())
                .word(B.address())
                .build();

        List<RoutePart> parts = List.of(
                part("600", "5", hop(Venue.UNISWAP_V3, 500, A, B)),
                part("400", "2", hop(Venue.UNISWAP_V2, 3000, A, B)));
        assertThat(router.exactInput(parts, OWNER, DEADLINE)).isEqualTo(execute("0008", concentrated, pair));
    }

    @Test
    void settlesExactlyWhatOneV4HopCostsAndTakesAllItGives() {
        Bytes swap = Encoding.of()
                .word(32)
                .word(A.address())
                .word(B.address())
                .word(500)
                .word(10)
                .word(0)
                .word(1)
                .word(600)
                .word(5)
                .word(288)
                .word(0)
                .build();
        List<RoutePart> parts = List.of(part("600", "5", v4(AB, A, B)));
        assertThat(router.exactInput(parts, OWNER, DEADLINE)).isEqualTo(execute("10", actions("060b0e", swap)));
    }

    @Test
    void namesEveryPoolOfAV4PathByItsKey() {
        Bytes path = Encoding.of()
                .word(2)
                .word(64)
                .word(64 + 192)
                .word(C.address())
                .word(0x800000)
                .word(60)
                .word(HOOKS)
                .word(160)
                .word(0)
                .word(B.address())
                .word(3000)
                .word(60)
                .word(0)
                .word(160)
                .word(0)
                .build();
        String steps = path.hex().substring(2);
        Bytes unlimited = Encoding.of()
                .word(32)
                .word(A.address())
                .word(128)
                .word(600)
                .word(5)
                .raw(steps)
                .build();
        Bytes limited = Encoding.of()
                .word(32)
                .word(A.address())
                .word(160)
                .word(160 + path.size())
                .word(600)
                .word(5)
                .raw(steps)
                .word(0)
                .build();
        List<RoutePart> parts = List.of(part("600", "5", v4(AC, A, C), v4(BC, C, B)));
        assertThat(router.exactInput(parts, OWNER, DEADLINE)).isEqualTo(execute("10", actions("070b0e", limited)));
        assertThat(new UniversalRouterCalldata(UniversalRouterVersion.V2_0_0, POOLS).exactInput(parts, OWNER, DEADLINE))
                .isEqualTo(execute("10", actions("070b0e", unlimited)));
    }

    @Test
    void refusesWhatItCannotExecute() {
        assertRefused("0x0000000000000000000000000000000000000063", part("1", "1", hop(Venue.UNISWAP_V4, 500, A, B)));
        assertRefused("sushi-v2", part("1", "1", hop(Venue.SUSHISWAP_V2, 3000, A, B)));
        TokenAmount coin = new TokenAmount(COIN, BigInteger.ONE);
        assertRefused("chain's coin", new RoutePart(route(v4(COIN_A, COIN, A)), coin, amount(A, "1")));
        String tooMuch = BigInteger.ONE.shiftLeft(128).toString();
        assertRefused("2^128", part(tooMuch, "1", v4(AB, A, B)));
    }

    private void assertRefused(String why, RoutePart part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router.exactInput(List.of(part), OWNER, DEADLINE))
                .withMessageContaining(why);
    }

    /** The three actions, their parameters one by one. */
    private static Bytes actions(String codes, Bytes swap) {
        Bytes settle = Encoding.of().word(A.address()).word(600).word(1).build();
        Bytes take = Encoding.of().word(B.address()).word(OWNER).word(0).build();
        return Encoding.of()
                .word(64)
                .word(128)
                .bytes(Bytes.parse("0x" + codes))
                .word(3)
                .word(96)
                .word(96 + 32 + swap.size())
                .word(96 + 32 + swap.size() + 128)
                .bytes(swap)
                .bytes(settle)
                .bytes(take)
                .build();
    }

    private static Bytes execute(String commands, Bytes... inputs) {
        Encoding out = Encoding.of()
                .raw("3593564c")
                .word(96)
                .word(160)
                .word(DEADLINE.getEpochSecond())
                .bytes(Bytes.parse("0x" + commands))
                .word(inputs.length);
        int offset = 32 * inputs.length;
        for (Bytes input : inputs) {
            out.word(offset);
            offset += 32 + input.size() + (32 - input.size() % 32) % 32;
        }
        for (Bytes input : inputs) {
            out.bytes(input);
        }
        return out.build();
    }

    private static PoolSpec spec(Token token0, Token token1, int fee, int spacing, Address hooks) {
        return new PoolKey(token0.address(), token1.address(), fee, spacing, hooks).spec(token0, token1);
    }

    private static RoutePart part(String in, String minOut, Hop... hops) {
        return new RoutePart(route(hops), amount(A, in), amount(B, minOut));
    }

    private static Route route(Hop... hops) {
        return new Route(List.of(hops));
    }

    private static Hop v4(PoolSpec pool, Token in, Token out) {
        return new Hop(pool.id(), Venue.UNISWAP_V4, pool.feePips(), in, out);
    }

    private static Hop hop(Venue venue, int fee, Token in, Token out) {
        return new Hop(PoolId.of(address(99)), venue, fee, in, out);
    }

    private static String digits(Token token) {
        return token.address().hex().substring(2);
    }
}
