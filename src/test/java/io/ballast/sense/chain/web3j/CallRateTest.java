package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallRateTest {
    private static Web3jChain chain(int perSecond, Duration patience, FakeNode... nodes) {
        return new Web3jChain(
                java.util.Arrays.stream(nodes).map(FakeNode::url).toList(),
                FakeNode.CHAIN,
                Samples.LIMITS.withWhole(patience),
                Samples.QUICK,
                new EndpointRules(1, OptionalInt.of(perSecond), Optional.empty()));
    }

    @Test
    void spacesCallsAndCountsThoseOfABatchSingly() {
        try (FakeNode node = new FakeNode().result("eth_call", "\"0x01\"")) {
            Web3jChain chain = chain(50, Duration.ofSeconds(5), node);
            long start = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                chain.call(Samples.BLOCK, Collections.nCopies(10, Samples.CALL));
            }
            // 31 calls with the proof of the chain; the last ten start when those before have had their time.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
        }
    }

    @Test
    void anEndpointOverItsRateIsUnavailableAndTheNextIsAsked() {
        try (FakeNode first = new FakeNode().result("eth_getBalance", "\"0x1\"");
                FakeNode second = new FakeNode().result("eth_getBalance", "\"0x2\"")) {
            Web3jChain chain = chain(1, Duration.ofMinutes(1), first, second);
            assertThat(chain.balance(Samples.BLOCK, Samples.POOL)).isEqualTo(Wei.of(1));
            assertThat(second.asked()).isEmpty();
            assertThatThrownBy(() -> chain.call(Samples.BLOCK, Collections.nCopies(99, Samples.CALL)))
                    .isInstanceOfSatisfying(
                            ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE))
                    .hasMessageContaining("its rate allows no 99 calls");
            assertThat(second.asked("eth_chainId")).isPositive();
            assertThat(first.asked("eth_call") + second.asked("eth_call")).isZero();
        }
    }

    @Test
    void aRateOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EndpointRules(1, OptionalInt.of(0), Optional.empty()));
        assertThat(List.of(EndpointRules.ANY.quorum())).containsExactly(1);
    }
}
