package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class V2RouterCalldataTest {
    private static final Instant DEADLINE = Instant.ofEpochSecond(1_800_000_000);
    private static final Address OWNER = address(0xffff);

    @Test
    void swapsAlongPairsUntilTheDeadline() {
        RoutePart part = part(Venue.SUSHISWAP_V2);
        assertThat(V2RouterCalldata.exactInput(part, OWNER, DEADLINE))
                .isEqualTo(Encoding.of()
                        .raw("38ed1739")
                        .word(1000)
                        .word(7)
                        .word(160)
                        .word(OWNER)
                        .word(1_800_000_000)
                        .word(3)
                        .word(A.address())
                        .word(C.address())
                        .word(B.address())
                        .build());
    }

    @Test
    void refusesPoolsThatAreNoPairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> V2RouterCalldata.exactInput(part(Venue.UNISWAP_V3), OWNER, DEADLINE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> V2RouterCalldata.exactInput(part(Venue.UNISWAP_V2), Address.ZERO, DEADLINE));
    }

    private static RoutePart part(Venue venue) {
        Route route = new Route(List.of(hop(venue, A, C), hop(venue, C, B)));
        return new RoutePart(route, amount(A, "1000"), amount(B, "7"));
    }

    private static Hop hop(Venue venue, Token in, Token out) {
        return new Hop(PoolId.of(address(99)), venue, 3000, in, out);
    }
}
