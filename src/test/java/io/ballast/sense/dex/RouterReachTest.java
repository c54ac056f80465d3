package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterReachTest {
    private static final RouterReach SUSHI = RouterReach.pairs(Venue.SUSHISWAP_V2);
    private static final RouterReach UNISWAP_PAIRS = RouterReach.pairs(Venue.UNISWAP_V2);

    @Test
    void aRouterOfPairsTakesOneRouteOfItsOwnExchange() {
        assertThat(SUSHI.venues()).containsExactly(Venue.SUSHISWAP_V2);
        assertThat(SUSHI.splits()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> RouterReach.pairs(Venue.UNISWAP_V3));
    }

    @Test
    void routesAreSoughtOnlyForRoutersThatNoOtherOneCovers() {
        assertThat(RouterReach.widest(
                        List.of(RouterReach.SWAP_ROUTER_02, UNISWAP_PAIRS, SUSHI, RouterReach.UNIVERSAL, SUSHI)))
                .containsExactly(SUSHI, RouterReach.UNIVERSAL);
    }

    @Test
    void aRouterThatTakesOneRouteDoesNotCoverOneThatSplits() {
        RouterReach pairs = RouterReach.SWAP_ROUTER_02.within(Set.of(Venue.UNISWAP_V2));
        assertThat(UNISWAP_PAIRS.covers(pairs)).isFalse();
        assertThat(pairs.covers(UNISWAP_PAIRS)).isTrue();
    }
}
