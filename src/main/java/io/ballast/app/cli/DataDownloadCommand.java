package io.ballast.app.cli;

import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.data.events.DownloadListener;
import io.ballast.lab.data.events.EventDownload;
import io.ballast.lab.data.events.EventFolder;
import io.ballast.lab.data.events.PoolSnapshots;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.market.PoolReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records pools from a node. */
@Command(
        name = "download",
        description = {
            "Record the events of the network's pools from the configuration's nodes, and their states before the"
                    + " first.",
            "What is recorded already is not asked for again, so a download that was cut goes on where it was.",
            "States of past blocks take an archive node."
        },
        footer = {
            "",
            "Example:",
            "  ballast data download -c config/agent.yaml --from 19000000 --to 19010000",
            "  ballast data download -c config/agent.yaml --from 2024-01-01 --to 2024-02-01 --every 300"
        })
final class DataDownloadCommand extends Verb {
    @Mixin
    private final ConfigFile config;

    @Option(names = "--from", paramLabel = "BLOCK|DATE", required = true, description = "First block, or day in UTC.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "BLOCK|DATE",
            required = true,
            description = "Last block, or day not included.")
    private String to = "";

    @Option(
            names = "--every",
            paramLabel = "BLOCKS",
            description = "Record no events but the states of the pools at each so many blocks: cheap for long times.")
    private @Nullable Long every;

    @Option(
            names = "--pools",
            paramLabel = "ID,ID",
            split = ",",
            description = "Pools of the network file to record (default: all whose events tell their state).")
    private List<String> only = List.of();

    @Option(names = "--rate", paramLabel = "N", description = "Most calls a second to each node.")
    private @Nullable Integer rate;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Folder of the events (default: the project's data/pools).")
    private @Nullable Path folder;

    DataDownloadCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "ERROR");
        Reading reading = Reading.of(
                environment, config.path(), rate == null ? OptionalInt.empty() : OptionalInt.of(positive(rate)));
        PoolEvents events = reading.config().network().contracts().events();
        List<PoolSpec> pools = pools(reading, events);
        BlockRange range = BlockRange.of(reading.chain(), from, to);
        EventFolder store = EventFolder.of(
                folder == null ? environment.root().resolve("data/pools") : folder,
                reading.config().network().file().name().text(),
                events.emitters(pools),
                events.topics(),
                new ParquetFiles());
        Job job = new Job(reading, events, pools, range, store);
        long found = every == null ? events(job) : snapshots(job, range.every(every));
        print(job, found);
        return ExitCode.DONE;
    }

    private record Job(Reading reading, PoolEvents events, List<PoolSpec> pools, BlockRange range, EventFolder store) {}

    private static int positive(int rate) {
        Requirement.inRange("--rate", rate, 1, 10_000);
        return rate;
    }

    private List<PoolSpec> pools(Reading reading, PoolEvents events) {
        List<PoolSpec> known = reading.config().network().allPools().stream()
                .filter(events::follow)
                .toList();
        List<PoolSpec> chosen = known.stream()
                .filter(pool ->
                        only.isEmpty() || only.stream().anyMatch(pool.id().hex()::equalsIgnoreCase))
                .toList();
        if (chosen.isEmpty() || (!only.isEmpty() && chosen.size() < only.size())) {
            throw VerbException.usage("--pools: the network file has these pools that tell their state by events: "
                    + String.join(
                            ", ", known.stream().map(pool -> pool.id().hex()).toList()));
        }
        return chosen;
    }

    private long events(Job job) {
        LogQuery query = new LogQuery(
                job.range().from(),
                job.range().to(),
                job.events().emitters(job.pools()),
                job.events().topics());
        try (DownloadProgress progress = progress("recording events")) {
            EventDownload download = new EventDownload(job.reading().chain(), job.store(), query, progress);
            output.note(job.range() + ": " + download.plan().words());
            before(job);
            return download.run();
        }
    }

    /** Events are of use without the states before them too, to whoever knows those from elsewhere. */
    private void before(Job job) {
        try {
            snapshots(job, job.range().before(), (done, of, states) -> {});
        } catch (ChainException e) {
            output.note("the states before the first block are not recorded, and a replay needs them: " + e.getMessage()
                    + " (past states take an archive node)");
        }
    }

    private long snapshots(Job job, List<Long> blocks) {
        try (DownloadProgress progress = progress("recording states")) {
            return snapshots(job, blocks, progress);
        }
    }

    private long snapshots(Job job, List<Long> blocks, DownloadListener listener) {
        PoolSnapshots snapshots = new PoolSnapshots(job.store(), job.pools());
        PoolReader reader = job.reading().pools();
        List<Long> missing = snapshots.missing(blocks);
        int calls = PoolReader.calls(
                job.pools(), job.reading().config().settings().sync().limits());
        output.note(missing.size() + " of " + blocks.size() + " states of "
                + job.pools().size() + " pools to record: about " + (missing.size() * (calls + 1L)) + " calls");
        snapshots.record(job.reading().chain(), reader, missing, listener);
        return (long) missing.size() * job.pools().size();
    }

    private DownloadProgress progress(String what) {
        return DownloadProgress.of(environment, output, what);
    }

    private void print(Job job, long found) {
        String what = every == null ? "events" : "states";
        List<String> ids = job.pools().stream().map(pool -> pool.id().hex()).toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("store", job.store().path());
        document.put("from", job.range().from());
        document.put("to", job.range().to());
        document.put("pools", ids);
        document.put(what, found);
        List<String> lines = new ArrayList<>();
        lines.add("recorded " + found + " " + what + " of " + ids.size() + " pools, " + job.range() + ", in "
                + job.store().path());
        output.result(document, lines);
    }
}
