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
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwapCalldataTest {
    private static final Instant DEADLINE = Instant.ofEpochSecond(1_800_000_000);
    private static final Address OWNER = address(0xffff);
    private static final TokenAmount IN = amount(A, "1000");
    private static final TokenAmount OUT = amount(B, "7");

    @Test
    void wrapsOneConcentratedHop() {
        Bytes swap = Encoding.of()
                .raw("04e45aaf")
                .word(A.address())
                .word(B.address())
                .word(500)
                .word(OWNER)
                .word(1000)
                .word(7)
                .word(0)
                .build();

        assertThat(calldata(route(hop(Venue.UNISWAP_V3, 500, A, B)))).isEqualTo(multicall(swap));
    }

    @Test
    void wrapsAPackedPathOfConcentratedHops() {
        Bytes path = Bytes.parse("0x" + digits(A) + "0001f4" + digits(C) + "000bb8" + digits(B));
        Bytes swap = Encoding.of()
                .raw("b858183f")
                .word(32)
                .word(128)
                .word(OWNER)
                .word(1000)
                .word(7)
                .bytes(path)
                .build();

        Route route = route(hop(Venue.UNISWAP_V3, 500, A, C), hop(Venue.UNISWAP_V3, 3000, C, B));
        assertThat(calldata(route)).isEqualTo(multicall(swap));
    }

    @Test
    void wrapsAPathOfPairs() {
        Bytes swap = Encoding.of()
                .raw("472b43f3")
                .word(1000)
                .word(7)
                .word(128)
                .word(OWNER)
                .word(3)
                .word(A.address())
                .word(C.address())
                .word(B.address())
                .build();

        Route route = route(hop(Venue.UNISWAP_V2, 3000, A, C), hop(Venue.UNISWAP_V2, 3000, C, B));
        assertThat(calldata(route)).isEqualTo(multicall(swap));
    }

    @Test
    void wrapsAllPartsOfASplitInOneCall() {
        Bytes single = calldata(route(hop(Venue.UNISWAP_V3, 500, A, B)));
        List<RoutePart> parts = List.of(
                part(route(hop(Venue.UNISWAP_V3, 500, A, B)), "600", "5"),
                part(route(hop(Venue.UNISWAP_V2, 3000, A, B)), "400", "2"));
        Bytes concentrated = Encoding.of()
                .raw("04e45aaf")
                .word(A.address())
                .word(B.address())
                .word(500)
                .word(OWNER)
                .word(600)
                .word(5)
                .word(0)
                .build();
        Bytes pair = Encoding.of()
                .raw("472b43f3")
                .word(400)
                .word(2)
                .word(128)
                .word(OWNER)
                .word(2)
                .word(A.address())
                .word(B.address())
                .build();

        assertThat(SwapCalldata.exactInput(parts, OWNER, DEADLINE))
                .isEqualTo(Encoding.of()
                        .raw("5ae401dc")
                        .word(DEADLINE.getEpochSecond())
                        .word(64)
                        .word(2)
                        .word(64)
                        .word(64 + 32 + 256)
                        .bytes(concentrated)
                        .bytes(pair)
                        .build());
        assertThat(SwapCalldata.exactInput(
                        List.of(part(route(hop(Venue.UNISWAP_V3, 500, A, B)), "1000", "7")), OWNER, DEADLINE))
                .isEqualTo(single);
    }

    @Test
    void refusesPartsThatAreNotOneSwap() {
        List<RoutePart> other = List.of(
                part(route(hop(Venue.UNISWAP_V3, 500, A, B)), "600", "5"),
                new RoutePart(route(hop(Venue.UNISWAP_V3, 500, A, C)), amount(A, "1"), amount(C, "1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwapCalldata.exactInput(other, OWNER, DEADLINE))
                .withMessageContaining("share both tokens");
        assertThatIllegalArgumentException().isThrownBy(() -> SwapCalldata.exactInput(List.of(), OWNER, DEADLINE));
    }

    /** It computes pools' addresses from Uniswap's own factories, so it would look for a pool that is not there. */
    @Test
    void refusesPoolsOfAnotherExchange() {
        for (Venue venue : List.of(Venue.SUSHISWAP_V2, Venue.PANCAKESWAP_V3, Venue.UNISWAP_V4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calldata(route(hop(venue, 3000, A, B))))
                    .withMessageContaining(venue.label());
        }
    }

    @Test
    void refusesWhatTheRouterWouldReadAsSomethingElse() {
        Route route = route(hop(Venue.UNISWAP_V3, 500, A, B));
        assertThatIllegalArgumentException()
                .as("zero in means all the router holds")
                .isThrownBy(() -> SwapCalldata.exactInput(route, TokenAmount.zero(A), OUT, OWNER, DEADLINE));
        assertThatIllegalArgumentException()
                .as("no lower bound")
                .isThrownBy(() -> SwapCalldata.exactInput(route, IN, TokenAmount.zero(B), OWNER, DEADLINE));
        assertThatIllegalArgumentException()
                .as("another token than the route's")
                .isThrownBy(() -> SwapCalldata.exactInput(route, amount(C, "1"), OUT, OWNER, DEADLINE));
        for (int reserved = 0; reserved <= 2; reserved++) {
            Address recipient = address(reserved);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SwapCalldata.exactInput(route, IN, OUT, recipient, DEADLINE));
        }
    }

    @Test
    void encodesTheCallsOfAToken() {
        assertThat(Erc20.approve(OWNER, IN))
                .isEqualTo(Encoding.of().raw("095ea7b3").word(OWNER).word(1000).build());
        assertThat(Erc20.allowance(OWNER, address(5)))
                .isEqualTo(Encoding.of().raw("dd62ed3e").word(OWNER).word(5).build());
        assertThat(Erc20.balanceOf(OWNER))
                .isEqualTo(Encoding.of().raw("70a08231").word(OWNER).build());
    }

    private static Bytes calldata(Route route) {
        return SwapCalldata.exactInput(route, IN, OUT, OWNER, DEADLINE);
    }

    private static RoutePart part(Route route, String in, String minOut) {
        return new RoutePart(route, amount(A, in), amount(B, minOut));
    }

    private static Bytes multicall(Bytes call) {
        return Encoding.of()
                .raw("5ae401dc")
                .word(DEADLINE.getEpochSecond())
                .word(64)
                .word(1)
                .word(32)
                .bytes(call)
                .build();
    }

    private static Route route(Hop... hops) {
        return new Route(List.of(hops));
    }

    private static Hop hop(Venue venue, int fee, Token in, Token out) {
        return new Hop(PoolId.of(address(99)), venue, fee, in, out);
    }

    private static String digits(Token token) {
        return token.address().hex().substring(2);
    }
}
