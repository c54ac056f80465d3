package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpendersTest {
    private static final Address DIRECT = Scene.address(1);
    private static final Address UNIVERSAL = Scene.address(2);
    private static final Address PERMIT2 = Scene.address(3);
    private static final Address TOKEN = Scene.address(4);

    private final Spenders spenders = new Spenders(Set.of(DIRECT), Set.of(UNIVERSAL), Optional.of(PERMIT2));

    @Test
    void swapsGoToRoutersAndNeverToPermit2() {
        assertThat(spenders.swaps(DIRECT)).isTrue();
        assertThat(spenders.swaps(UNIVERSAL)).isTrue();
        assertThat(spenders.swaps(PERMIT2)).isFalse();
    }

    @Test
    void aTokenAllowsRoutersThatItPaysItselfAndPermit2() {
        assertThat(spenders.mayTake(TOKEN, DIRECT)).isTrue();
        assertThat(spenders.mayTake(TOKEN, PERMIT2)).isTrue();
        assertThat(spenders.mayTake(TOKEN, UNIVERSAL)).isFalse();
    }

    @Test
    void permit2AllowsOnlyRoutersThatArePaidThroughIt() {
        assertThat(spenders.mayTake(PERMIT2, UNIVERSAL)).isTrue();
        assertThat(spenders.mayTake(PERMIT2, DIRECT)).isFalse();
        assertThat(spenders.mayTake(PERMIT2, PERMIT2)).isFalse();
    }

    @Test
    void withoutPermit2NothingGoesThroughIt() {
        assertThat(Spenders.of(DIRECT).mayTake(PERMIT2, UNIVERSAL)).isFalse();
        assertThat(Spenders.of(DIRECT).mayTake(TOKEN, PERMIT2)).isFalse();
    }

    @Test
    void whateverMayBeCalledOrAllowedIsListed() {
        assertThat(spenders.all()).containsExactly(DIRECT, UNIVERSAL, PERMIT2);
        assertThat(Spenders.of(DIRECT).all()).containsExactly(DIRECT);
    }
}
