package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailoverTest {
    private final FakeNode first = new FakeNode().result("eth_getBalance", "\"0x1\"");
    private final FakeNode second = new FakeNode().result("eth_getBalance", "\"0x2\"");

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private static Wei balance(Web3jChain chain) {
        return chain.balance(Samples.BLOCK, Samples.POOL);
    }

    @Test
    void asksTheFirstEndpointWhileItAnswers() {
        assertThat(balance(chain(first, second))).isEqualTo(Wei.of(1));
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void asksTheSecondWhenTheFirstIsUnavailable() {
        first.fault(response -> response.code(503));
        assertThat(balance(chain(first, second))).isEqualTo(Wei.of(2));
        assertThat(first.asked("eth_getBalance")).isEqualTo(1);
    }

    @Test
    void leavesAnEndpointAloneAfterThreeFailuresAndComesBackToItLater() {
        first.fault(response -> response.code(503));
        FailoverPolicy policy =
                new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), 3, Duration.ofMillis(1500));
        Web3jChain chain = new Web3jChain(List.of(first.url(), second.url()), FakeNode.CHAIN, Samples.LIMITS, policy);
        for (int i = 0; i < 6; i++) {
            assertThat(balance(chain)).isEqualTo(Wei.of(2));
        }
        assertThat(first.asked("eth_getBalance")).isEqualTo(3);
        first.healthy();
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> balance(chain).equals(Wei.of(1)));
    }

    @Test
    void triesAgainOnlyWhatIsUnavailable() {
        first.fault(response -> response.code(503));
        assertThatThrownBy(() -> balance(chain(first))).hasMessageContaining("503");
        assertThat(first.asked("eth_getBalance")).isEqualTo(2);
        first.healthy().error("eth_getBalance", -32000, "no");
        assertThatThrownBy(() -> balance(chain(first, second))).hasMessageContaining("no (-32000)");
        assertThat(first.asked("eth_getBalance")).isEqualTo(3);
        first.result("eth_getBalance", "null");
        assertThatThrownBy(() -> balance(chain(first, second))).hasMessageContaining("answered null");
        assertThat(first.asked("eth_getBalance")).isEqualTo(4);
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void treatsAProvidersRateLimitAsUnavailable() {
        first.error("eth_getBalance", -32005, "daily request count exceeded, request rate limited");
        assertThat(balance(chain(first, second))).isEqualTo(Wei.of(2));
    }

    @Test
    void neverUsesAnEndpointOfAnotherChain() {
        first.result("eth_chainId", "\"0x89\"");
        Web3jChain chain = chain(first, second);
        assertThat(balance(chain)).isEqualTo(Wei.of(2));
        first.result("eth_chainId", "\"0x1\"");
        assertThat(balance(chain)).isEqualTo(Wei.of(2));
        assertThat(first.asked()).containsExactly("eth_chainId");
    }

    @Test
    void saysWhichChainWasFoundWhenNoEndpointServesTheRightOne() {
        first.result("eth_chainId", "\"0x89\"");
        Web3jChain chain = chain(first);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> balance(chain))
                    .isInstanceOfSatisfying(
                            ChainException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED))
                    .hasMessageContaining("chain");
        }
        assertThat(first.asked()).containsExactly("eth_chainId");
        assertThatThrownBy(() -> balance(chain(first))).hasMessageContaining("serves chain 137, expected 1");
    }

    @Test
    void provesTheChainAgainAfterAFailure() {
        Web3jChain chain = chain(first, second);
        balance(chain);
        first.fault(response -> response.code(503));
        balance(chain);
        first.healthy().result("eth_chainId", "\"0x89\"");
        assertThat(balance(chain)).isEqualTo(Wei.of(2));
        assertThat(first.asked("eth_getBalance")).isEqualTo(2);
    }

    @Test
    void takesAJsonRpcErrorUnderStatus400ForAnAnswer() {
        first.error("eth_getBalance", -32602, "no such block").fault(response -> response.code(400));
        assertThatThrownBy(() -> balance(chain(first, second)))
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        first.fault(response -> response.code(400).setHeader("Content-Type", "text/html"));
        assertThat(balance(chain(first, second))).isEqualTo(Wei.of(2));
    }

    @Test
    void endsAtOnceWhenInterruptedAndLeavesTheFlagSet() {
        FailoverPolicy slow =
                new FailoverPolicy(5, Duration.ofMinutes(5), Duration.ofMinutes(9), 3, Duration.ofMinutes(1));
        Web3jChain chain = new Web3jChain(List.of(first.url()), FakeNode.CHAIN, Samples.LIMITS, slow);
        first.fault(response -> response.code(503));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> balance(chain))
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void servesManyThreadsAtOnce() {
        Web3jChain chain = chain(first, second);
        List<Wei> read = java.util.stream.IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> balance(chain))
                .toList();
        assertThat(read).hasSize(200).containsOnly(Wei.of(1));
    }

    @Test
    void refusesAnEmptyListAndWhatIsNoUrl() {
        assertThatThrownBy(() -> new Web3jChain(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Web3jChain(List.of("ftp://user:topsecret@host/key"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("topsecret")
                .hasMessageContaining("rpc 0");
    }
}
