package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.anvil.Anvil;
import io.ballast.sense.chain.anvil.AnvilAtHand;
import io.ballast.sense.chain.anvil.AnvilOptions;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.anvil.Mining;
import io.ballast.sense.chain.proxy.FaultProxy;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.Push;
import io.ballast.sense.chain.proxy.StaleBackend;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F23, F24: heads pushed by a real node through a proxy that loses, repeats and reorders them, falls silent and breaks. */
class SocketHeadFeedIT {
    private static final Duration WAIT = Duration.ofSeconds(10);
    /** So long that a head found within {@link #WAIT} while the socket stands was pushed, not polled. */
    private static final SocketPolicy PUSHED_ONLY = policy(Duration.ofMinutes(5));

    private static Anvil anvil;
    private static AnvilRpc control;
    private FaultProxy proxy;
    private Web3jChain chain;
    private SocketHeadFeed feed;

    private static SocketPolicy policy(Duration silence) {
        return new SocketPolicy(
                Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(50), silence);
    }

    @BeforeAll
    static void startNode() {
        anvil = AnvilAtHand.start(AnvilOptions.DEFAULT.withMining(new Mining.Manual()));
        control = anvil.rpc();
        control.mine(5, Duration.ofSeconds(1));
    }

    @AfterAll
    static void stopNode() {
        if (anvil != null) {
            anvil.close();
        }
    }

    @BeforeEach
    void start() {
        proxy = new FaultProxy(anvil.rpcUrl());
        chain = new Web3jChain(List.of(proxy.url()), 31_337);
        listen(PUSHED_ONLY);
    }

    @AfterEach
    void stop() {
        feed.close();
        proxy.close();
    }

    private void listen(SocketPolicy policy) {
        feed = new SocketHeadFeed(1, proxy.webSocketUrl(), chain, policy, PollTimer.ofSystem());
        Awaitility.await().atMost(WAIT).until(feed::isPushed);
    }

    private void again(SocketPolicy policy) {
        feed.close();
        listen(policy);
    }

    private Optional<BlockHeader> after(BlockRef known, Runnable event) {
        CompletableFuture<Optional<BlockHeader>> waiting =
                CompletableFuture.supplyAsync(() -> feed.awaitChange(known, WAIT));
        long before = proxy.asked("eth_getBlockByNumber");
        // The feed has looked and found nothing new before the event.
        Awaitility.await().atMost(WAIT).until(() -> proxy.asked("eth_getBlockByNumber") > before);
        event.run();
        return waiting.join();
    }

    /** The question that was on its way when the first block was mined may have been answered before the last one was. */
    private BlockRef led(BlockRef found) {
        BlockRef at = found;
        while (at.number() < head().number()) {
            BlockRef next = feed.awaitChange(at, WAIT).orElseThrow().ref();
            assertThat(next.number()).isGreaterThan(at.number());
            at = next;
        }
        return at;
    }

    private BlockRef head() {
        return chain.head().ref();
    }

    private BlockRef synced() {
        return feed.awaitChange(new BlockRef(0, Samples.TX, Samples.PARENT, java.time.Instant.EPOCH), WAIT)
                .orElseThrow()
                .ref();
    }

    @Test
    void aPushedHeadIsReadAndAnnouncedWithoutPolling() {
        BlockRef known = synced();
        assertThat(after(known, control::mine)).hasValueSatisfying(found -> {
            assertThat(found.ref().parent()).isEqualTo(known.hash());
            assertThat(found.ref()).isEqualTo(head());
        });
    }

    @Test
    void aHeadPushedTwiceIsAnnouncedOnce() {
        proxy.pushing(Push.doubled());
        again(PUSHED_ONLY);
        BlockRef known = synced();
        BlockRef next = after(known, control::mine).orElseThrow().ref();
        long looks = proxy.asked("eth_getBlockByNumber");
        assertThat(feed.awaitChange(next, Duration.ofMillis(300))).isEmpty();
        assertThat(proxy.asked("eth_getBlockByNumber") - looks)
                .as("one look at once, one at the end")
                .isLessThan(4);
    }

    @Test
    void lostHeadsLeaveAGapThatTheParentsFill() {
        proxy.pushing(Push.every(3));
        again(PUSHED_ONLY);
        BlockRef known = synced();
        BlockRef found = led(after(known, () -> {
                    for (int i = 0; i < 3; i++) {
                        control.mine();
                    }
                })
                .orElseThrow()
                .ref());
        assertThat(found.number()).isEqualTo(known.number() + 3);
        BlockRef walked = found;
        for (int i = 0; i < 3; i++) {
            walked = chain.header(walked.parent()).orElseThrow().ref();
        }
        assertThat(walked).isEqualTo(known);
    }

    @Test
    void headsOutOfOrderLeadToTheNewest() {
        proxy.pushing(Push.reversed(3));
        again(PUSHED_ONLY);
        BlockRef known = synced();
        BlockRef found = after(known, () -> {
                    for (int i = 0; i < 3; i++) {
                        control.mine();
                    }
                })
                .orElseThrow()
                .ref();
        BlockRef newest = led(found);
        assertThat(newest).isEqualTo(head());
        assertThat(feed.awaitChange(newest, Duration.ofMillis(200)))
                .as("the older ones are no news")
                .isEmpty();
    }

    @Test
    void anotherBranchIsAChangeThoughItIsNoHigher() {
        control.mine();
        BlockRef known = synced();
        BlockRef found = after(known, () -> control.reorg(1)).orElseThrow().ref();
        assertThat(found.number()).isEqualTo(known.number());
        assertThat(found.hash()).isNotEqualTo(known.hash());
    }

    @Test
    void aBrokenSocketIsPolledForAndConnectedAgain() {
        BlockRef known = synced();
        proxy.takeSockets(false);
        proxy.cutSockets();
        Awaitility.await().atMost(WAIT).until(() -> !feed.isPushed());
        assertThat(after(known, control::mine)).as("over HTTP alone").isPresent();
        proxy.takeSockets(true);
        Awaitility.await().atMost(WAIT).until(feed::isPushed);
        assertThat(after(synced(), control::mine)).as("pushed again").isPresent();
    }

    @Test
    void aSilentSocketIsFoundOutAndConnectedAgain() {
        proxy.pushing(Push.silent());
        again(policy(Duration.ofMillis(100)));
        int before = proxy.sockets();
        BlockRef known = synced();
        for (int i = 0; i < 4; i++) {
            known = after(known, control::mine).orElseThrow().ref();
        }
        Awaitility.await().atMost(WAIT).until(() -> proxy.sockets() > before);
    }

    @Test
    void aHintAheadOfTheHttpBackendIsLookedForUntilItIsThere() {
        BlockRef known = synced();
        proxy.with(StaleBackend.stoppedAt(known.number()));
        CompletableFuture<Optional<BlockHeader>> waiting =
                CompletableFuture.supplyAsync(() -> feed.awaitChange(known, WAIT));
        control.mine();
        long looks = proxy.asked("eth_getBlockByNumber");
        Awaitility.await().atMost(WAIT).until(() -> proxy.asked("eth_getBlockByNumber") > looks + 3);
        assertThat(waiting).isNotDone();
        proxy.with();
        assertThat(waiting.join())
                .hasValueSatisfying(found -> assertThat(found.ref()).isEqualTo(head()));
    }

    @Test
    void whatIsPushedIsNeverBelieved() {
        BlockRef known = synced();
        proxy.send(
                "{\"jsonrpc\":\"2.0\",\"method\":\"eth_subscription\",\"params\":{\"subscription\":\"0x1\",\"result\":"
                        + Samples.block() + "}}");
        assertThat(feed.awaitChange(known, Duration.ofMillis(300))).isEmpty();
    }

    @Test
    void aMessageThatIsNoHeadEndsTheSocketAndAnotherIsOpened() {
        int before = proxy.sockets();
        proxy.send("{\"jsonrpc\":\"2.0\",\"method\"");
        Awaitility.await().atMost(WAIT).until(() -> proxy.sockets() > before && feed.isPushed());
    }

    @Test
    void anHttpOutageIsToleratedUntilTheTimeoutAsWhenPolling() {
        BlockRef known = synced();
        control.mine();
        proxy.with(Faults.refuse().times(2).sparing("eth_chainId"));
        assertThat(feed.awaitChange(known, WAIT)).isPresent();
    }

    @Test
    void aSocketInClearOutsideTheLocalNetworkIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadSocket(2, "ws://rpc.example.org/v3/topsecretkey", PUSHED_ONLY))
                .withMessageContaining("rpc 2 (rpc.example.org)")
                .withMessageNotContaining("topsecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadSocket(2, "https://rpc.example.org/", PUSHED_ONLY));
    }
}
