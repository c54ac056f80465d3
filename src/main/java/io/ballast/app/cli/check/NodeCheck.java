package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.Endpoint;
import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the nodes answer, for the right chain, in time, and in step with each other and the clock. */
final class NodeCheck {
    private final NodeProbe probe;
    private final AgentConfiguration config;
    private final InstantSource clock;

    NodeCheck(NodeProbe probe, AgentConfiguration config, InstantSource clock) {
        this.probe = probe;
        this.config = config;
        this.clock = clock;
    }

    /** @param answering in order of preference, those that lag after the others */
    record Found(List<CheckLine> lines, List<ChainReader> answering) {}

    /** One node alone: an answer, or the line that says why there is none. */
    private record Node(Endpoint address, Optional<Answer> answer, Optional<CheckLine> failure) {}

    private record Answer(ChainReader chain, BlockRef head, Duration took) {}

    Found run() {
        List<Node> nodes = config.settings().nodes().stream().map(this::look).toList();
        long best = nodes.stream()
                .flatMap(node -> node.answer().stream())
                .mapToLong(answer -> answer.head().number())
                .max()
                .orElse(0);
        List<CheckLine> lines =
                nodes.stream().flatMap(node -> line(node, best).stream()).toList();
        List<ChainReader> answering = nodes.stream()
                .flatMap(node -> node.answer().stream())
                .sorted(Comparator.comparing(answer -> lags(answer, best)))
                .map(Answer::chain)
                .toList();
        return new Found(lines, answering);
    }

    private Node look(Endpoint node) {
        if (node.isSocket()) {
            return new Node(node, Optional.empty(), Optional.of(socket(node)));
        }
        try {
            ChainReader chain = probe.connect().apply(node.reveal().toString());
            long actual = chain.chainId();
            long expected = config.universe().chainId();
            if (actual != expected) {
                String found = node + " is on chain " + actual + ", expected " + expected;
                return failed(node, found, "correct rpc.urls or the strategy's network");
            }
            long start = probe.nanos().getAsLong();
            BlockRef head = chain.head().ref();
            Duration took = Duration.ofNanos(probe.nanos().getAsLong() - start);
            return new Node(node, Optional.of(new Answer(chain, head, took)), Optional.empty());
        } catch (ChainException e) {
            return failed(node, node + ": " + e.getMessage(), "is it running, and is the address right?");
        }
    }

    private CheckLine socket(Endpoint node) {
        return probe.pushes().test(node.reveal().toString())
                ? CheckLine.ok("rpc", node + " announces heads")
                : CheckLine.warn("rpc", node + " announces no heads", "they are polled over http instead");
    }

    private static Node failed(Endpoint node, String found, String remedy) {
        return new Node(node, Optional.empty(), Optional.of(CheckLine.fail("rpc", found, remedy)));
    }

    private Optional<CheckLine> line(Node node, long best) {
        return node.failure().or(() -> node.answer().map(answer -> health(node.address(), answer, best)));
    }

    private boolean lags(Answer answer, long best) {
        Duration age = Duration.between(answer.head().timestamp(), clock.instant());
        return age.abs().compareTo(config.settings().maxHeadLag()) > 0
                || best - answer.head().number() > config.settings().nodeRules().maxBehind();
    }

    private CheckLine health(Endpoint node, Answer answer, long best) {
        long behind = best - answer.head().number();
        Duration age = Duration.between(answer.head().timestamp(), clock.instant());
        String found = node + " chain " + config.universe().chainId() + ", head "
                + answer.head().number() + ", " + age.toSeconds() + " s old, " + behind + " behind, "
                + answer.took().toMillis() + " ms";
        return lags(answer, best)
                ? CheckLine.fail("rpc", found, "it lags and would not be used; set the clock, or find a node in step")
                : CheckLine.ok("rpc", found);
    }
}
