package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.web3j.EndpointRules.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F18, F19 and heads that go back: an endpoint that lags is asked nothing until it has caught up. */
class HeadGuardTest {
    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);
    private static final Duration MAX_AGE = Duration.ofSeconds(30);
    private final FakeNode first = new FakeNode();
    private final FakeNode second = new FakeNode();
    private Instant now = START;
    private Web3jChain chain;

    @BeforeEach
    void start() {
        first.result("eth_getBalance", "\"0x1\"");
        second.result("eth_getBalance", "\"0x2\"");
        chain = chain(first, second);
        both(100, START);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private Web3jChain chain(FakeNode... nodes) {
        return new Web3jChain(
                java.util.Arrays.stream(nodes).map(FakeNode::url).toList(),
                FakeNode.CHAIN,
                Samples.LIMITS,
                Samples.QUICK,
                new EndpointRules(1, OptionalInt.empty(), Optional.of(new Freshness(() -> now, MAX_AGE, 3))));
    }

    private static void head(FakeNode node, long number, Instant time) {
        node.result(
                "eth_getBlockByNumber",
                Samples.block()
                        .replace("\"0x7\"", "\"0x" + Long.toHexString(number) + "\"")
                        .replace("\"0x6502a1c0\"", "\"0x" + Long.toHexString(time.getEpochSecond()) + "\""));
    }

    private void both(long number, Instant time) {
        head(first, number, time);
        head(second, number, time);
    }

    private long newest() {
        return chain.head().ref().number();
    }

    private Wei balance() {
        return chain.balance(Samples.BLOCK, Samples.POOL);
    }

    @Test
    void anEndpointWhoseHeadIsOldIsAskedNothingUntilItHasCaughtUp() {
        head(first, 98, START.minus(MAX_AGE).minusSeconds(1));
        assertThat(newest()).isEqualTo(100);
        assertThat(balance()).isEqualTo(Wei.of(2));
        head(first, 100, START);
        assertThat(newest()).isEqualTo(100);
        assertThat(balance()).isEqualTo(Wei.of(1));
    }

    @Test
    void ageCountsToTheSecondAndEitherWay() {
        head(first, 100, START.minus(MAX_AGE));
        assertThat(newest()).isEqualTo(100);
        assertThat(balance()).isEqualTo(Wei.of(1));
        head(first, 100, START.plus(MAX_AGE).plusSeconds(1));
        newest();
        assertThat(balance()).as("a head from the future").isEqualTo(Wei.of(2));
    }

    @Test
    void anEndpointFarBehindTheBestIsLeftAsideThoughItsClockLooksRight() {
        head(first, 96, START);
        assertThat(newest()).isEqualTo(100);
        assertThat(balance()).isEqualTo(Wei.of(2));
        head(first, 97, START);
        now = START.plusSeconds(1);
        assertThat(newest()).as("three behind is allowed").isEqualTo(97);
    }

    @Test
    void allHeadsStaleIsNoHead() {
        now = START.plus(MAX_AGE).plusSeconds(1);
        assertThatThrownBy(this::newest)
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("rpc 0 (localhost): head 100 is 31 s old, at most 30 s")
                .hasMessageContaining("rpc 1");
        assertThatThrownBy(this::balance).isInstanceOf(ChainException.class);
    }

    @Test
    void theOnlyEndpointsHeadMayNotGoFarBack() {
        chain = chain(first);
        assertThat(newest()).isEqualTo(100);
        head(first, 97, START);
        assertThat(newest()).as("a reorganisation may lower it a little").isEqualTo(97);
        head(first, 96, START);
        assertThatThrownBy(this::newest).hasMessageContaining("head 96 is 4 blocks behind the highest seen");
        head(first, 101, START);
        assertThat(newest()).isEqualTo(101);
    }

    @Test
    void aFlappingEndpointIsNeverFollowedFarBack() {
        chain = chain(first);
        for (int i = 0; i < 5; i++) {
            head(first, 100 + i, START);
            assertThat(newest()).isEqualTo(100 + i);
            head(first, 80, START);
            assertThatThrownBy(this::newest).isInstanceOf(ChainException.class);
        }
    }

    @Test
    void withoutRulesAnyHeadIsTaken() {
        head(first, 1, Instant.EPOCH);
        assertThat(Samples.chain(first).head().ref().number()).isEqualTo(1);
    }
}
