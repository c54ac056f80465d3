package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentSigned;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.Push;
import io.ballast.sense.chain.web3j.PollTimer;
import io.ballast.sense.chain.web3j.SocketHeadFeed;
import io.ballast.sense.chain.web3j.SocketPolicy;
import java.time.Duration;

/** F23, F24 and F42: heads that are pushed, or not, and gas that is estimated. */
class HeadFaultsIT {
    private static final SocketPolicy POLICY = new SocketPolicy(
            Duration.ofSeconds(5),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofMillis(1_500));

    @FaultCase(
            id = "F23",
            injection = "the socket is silent without closing, cut, closed to newcomers, or says every head twice",
            expected = "heads are asked for over HTTP meanwhile; doubles change nothing")
    void f23_socketDropsOrRepeats(CaseRecord record) {
        Scene scene = pushed(record);
        scene.proxy().pushing(Push.silent());
        scene.tradesAgain();
        scene.proxy().cutSockets();
        scene.proxy().takeSockets(false);
        scene.tradesAgain();
        scene.proxy().takeSockets(true);
        scene.proxy().pushing(Push.doubled());
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F24",
            injection =
                    "heads come in the wrong order; the node reorganises between two decisions of a followed market",
            expected = "the chain's order counts; what was taken back is forgotten")
    void f24_headsOutOfOrder(CaseRecord record) {
        Scene scene = pushed(record);
        scene.proxy().pushing(Push.reversed(2));
        scene.tradesAgain();
        scene.check();

        Scene followed =
                record.scene(new SceneFiles().agent("rpc", "{urls: [$urls], sync: every_block, max_head_lag: 60s}"));
        followed.start();
        followed.tradesAgain();
        for (int i = 0; i < 3; i++) {
            followed.chain().mine(FaultChain.BLOCK);
        }
        followed.cycle();
        followed.strangers().raiseWeth("30000");
        followed.chain().mine(FaultChain.BLOCK);
        followed.cycle();
        followed.chain().mine(FaultChain.BLOCK);
        followed.chain().rpc().reorg(1);
        followed.tradesAgain();
        followed.check();
    }

    @FaultCase(
            id = "F42",
            injection = "gas is estimated at a billion, or not at all",
            expected = "the gas that is signed stays within its bound")
    void f42_gasEstimates(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.faults(Faults.result("eth_estimateGas", "\"0x3b9aca00\""));
        scene.tradesAgain();
        scene.faults(Faults.error("eth_estimateGas", 3, "execution reverted"));
        scene.tradesAgain();
        assertThat(new JournalFacts(scene.entries()).all(IntentSigned.class))
                .allSatisfy(signed -> assertThat(signed.gasLimit()).isLessThan(2_000_000));
        scene.check();
    }

    /** An agent that hears of heads over a socket, on a chain that mines by itself. */
    private static Scene pushed(CaseRecord record) {
        Scene scene = record.scene();
        String url = scene.proxy().webSocketUrl();
        World world =
                World.plain().withHeadsOf(reader -> new SocketHeadFeed(0, url, reader, POLICY, PollTimer.ofSystem()));
        scene.start(world, Fuse.none());
        scene.chain().rpc().call("evm_setIntervalMining", 1);
        return scene;
    }
}
