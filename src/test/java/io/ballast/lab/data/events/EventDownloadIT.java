package io.ballast.lab.data.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Hex;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.proxy.Ask;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.FaultProxy;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.web3j.FailoverPolicy;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.market.PoolReader;
import io.ballast.sense.market.SwapCheck;
import io.ballast.sense.market.SwapReplay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Events and states of real pools, through a node that limits what it answers, cuts off, and reorganises. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventDownloadIT {
    private static final PieceSize SMALL = new PieceSize(40, 1_000_000, 2);
    private static final FailoverPolicy IMPATIENT =
            new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), 100, Duration.ofMillis(1));

    private static Devnet devnet;
    private static FaultProxy proxy;
    private static List<PoolSpec> pools;
    private static long first;

    @TempDir
    Path store;

    private EventFolder folder;

    @BeforeAll
    static void trade() {
        devnet = DevnetAtHand.lockStep(5);
        pools = devnet.addresses().pools().stream()
                .filter(PoolEvents.OWN_CONTRACTS::follow)
                .toList();
        first = devnet.lockStep().head().ref().number() + 1;
        devnet.lockStep().warmUp(10, Duration.ofHours(1), 20);
        proxy = new FaultProxy(devnet.rpcUrl());
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.close();
            devnet.close();
        }
    }

    @BeforeEach
    void begin() {
        proxy.with();
        folder = EventFolder.of(
                store,
                "devnet",
                PoolEvents.OWN_CONTRACTS.emitters(pools),
                PoolEvents.OWN_CONTRACTS.topics(),
                new ParquetFiles());
    }

    private static Web3jChain chain() {
        return new Web3jChain(List.of(proxy.url()), 31_337, RpcLimits.DEFAULT, IMPATIENT);
    }

    private static long head() {
        return devnet.lockStep().head().ref().number();
    }

    private static LogQuery query() {
        return new LogQuery(first, head(), PoolEvents.OWN_CONTRACTS.emitters(pools), PoolEvents.OWN_CONTRACTS.topics());
    }

    private EventDownload download() {
        return new EventDownload(chain(), folder, query(), (done, of, found) -> {}, SMALL);
    }

    private List<LogEntry> recorded() {
        List<LogEntry> logs = new ArrayList<>();
        try (EventReader reader = EventReader.open(folder, first, head())) {
            for (Optional<RecordedBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                logs.addAll(block.get().logs());
            }
        }
        return logs;
    }

    /** As providers say it; ranges of more blocks than this are refused. */
    private static Fault refusingMoreThan(long blocks) {
        return (ask, behind) -> behind.ask(ask).each(ask, (call, answer) -> {
            if (Ask.method(call).equals("eth_getLogs") && span(call) > blocks) {
                answer.remove("result");
                answer.putObject("error").put("code", -32005).put("message", "query returned more than 10000 results");
            }
            return answer;
        });
    }

    private static long span(tools.jackson.databind.JsonNode call) {
        tools.jackson.databind.JsonNode filter = Ask.param(call, 0);
        return Hex.quantityLong(filter.path("toBlock").asString())
                - Hex.quantityLong(filter.path("fromBlock").asString())
                + 1;
    }

    @Test
    void recordsWhatTheNodeHasThroughRangesThatItRefuses() {
        proxy.with(refusingMoreThan(7));
        int before = proxy.asked().size();

        long found = download().run();

        long asked = proxy.asked().subList(before, proxy.asked().size()).stream()
                .filter("eth_getLogs"::equals)
                .count();
        proxy.with();
        assertThat(found).isPositive();
        assertThat(recorded()).isEqualTo(chain().logs(query()));
        // 200 blocks in ranges of 5, and what it took to find that size and to try more now and then.
        assertThat(asked).isBetween(30L, 60L);
    }

    @Test
    void goesOnAfterACutWithoutAskingAgain() {
        proxy.with(Faults.status(503, "busy").onlyFor("eth_getLogs").after(3));
        assertThatThrownBy(() -> download().run()).isInstanceOf(ChainException.class);
        List<Piece> kept = folder.pieces(EventFolder.LOGS);
        proxy.with();

        DownloadPlan left = download().plan();
        download().run();

        assertThat(kept).hasSize(1);
        assertThat(left.blocks()).isEqualTo(head() - kept.getFirst().to());
        assertThat(left.words()).startsWith(left.blocks() + " blocks to record: about ");
        assertThat(recorded()).isEqualTo(chain().logs(query()));
        assertThat(download().plan().words()).isEqualTo("everything is recorded already");
    }

    @Test
    void refusesToReadBlocksThatAreNotRecorded() {
        assertThatThrownBy(() -> EventReader.open(folder, first, head()))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageEndingWith(
                        "blocks " + first + " to " + head() + " are not recorded: 'ballast data download' does it");
    }

    @Test
    void leadsFromTheRecordedStatesToThoseOfTheChainExactly() {
        PoolReader reader =
                new PoolReader(chain(), devnet.addresses().universe().multicall());
        PoolSnapshots snapshots = new PoolSnapshots(folder, pools);
        snapshots.record(chain(), reader, List.of(first - 1), (done, of, found) -> {});
        download().run();

        SwapReplay replay = new SwapReplay(snapshots.at(first - 1));
        long swaps = 0;
        try (EventReader events = EventReader.open(folder, first, head())) {
            for (Optional<RecordedBlock> block = events.next(); block.isPresent(); block = events.next()) {
                BlockHeader header = block.get().header();
                for (LogEntry log : block.get().logs()) {
                    PoolEvents.OWN_CONTRACTS
                            .of(log)
                            .ifPresent(event -> replay.event(header.ref().number(), event));
                    swaps++;
                }
            }
        }

        assertThat(swaps).isGreaterThan(100);
        List<PoolState> chains = reader.read(devnet.lockStep().head().ref(), pools);
        assertThat(chains)
                .allSatisfy(state -> assertThat(replay.state(state.id())).isEqualTo(state));
        assertThat(replay.checks())
                .filteredOn(check -> check.kind() != SwapCheck.Kind.NEITHER)
                .isNotEmpty()
                .allMatch(SwapCheck::exact);
    }

    @Test
    void recordsStatesAtAnIntervalOnce() {
        PoolReader reader =
                new PoolReader(chain(), devnet.addresses().universe().multicall());
        PoolSnapshots snapshots = new PoolSnapshots(folder, pools);
        List<Long> every50 = LongStream.iterate(first, block -> block <= head(), block -> block + 50)
                .boxed()
                .toList();
        snapshots.record(chain(), reader, every50.subList(0, 2), (done, of, found) -> {});

        assertThat(snapshots.missing(every50)).isEqualTo(every50.subList(2, every50.size()));
        snapshots.record(chain(), reader, every50, (done, of, found) -> {});
        assertThat(snapshots.blocks()).isEqualTo(every50);
        assertThat(snapshots.at(every50.get(1)))
                .isEqualTo(reader.read(
                        chain().headers(List.of(every50.get(1))).getFirst().ref(), pools));
    }

    @Test
    @Order(Integer.MAX_VALUE) // the chain is another one afterwards
    void takesBackWhatAReorganisationUndid() {
        AnvilRpc rpc = new AnvilRpc(devnet.rpcUrl());
        download().run();
        int pieces = folder.pieces(EventFolder.LOGS).size();
        rpc.reorg(3);

        long undone = download().plan().blocks();

        assertThat(undone).isBetween(3L, 80L);
        assertThat(folder.pieces(EventFolder.LOGS)).hasSize(pieces - 1);
    }
}
