package io.ballast.agent;

import io.ballast.base.config.Endpoint;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.web3j.EndpointRules;
import io.ballast.sense.chain.web3j.EndpointRules.Freshness;
import io.ballast.sense.chain.web3j.FailoverPolicy;
import io.ballast.sense.chain.web3j.PollTimer;
import io.ballast.sense.chain.web3j.PollingHeadFeed;
import io.ballast.sense.chain.web3j.Relays;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.chain.web3j.SocketHeadFeed;
import io.ballast.sense.chain.web3j.SocketPolicy;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The nodes of a configuration: everything is read over HTTP, heads are announced by the first WebSocket if there is one. */
final class Nodes {
    private final AgentConfiguration config;

    Nodes(AgentConfiguration config) {
        this.config = config;
    }

    Web3jChain chain(InstantSource clock) {
        NodeRules rules = config.settings().nodeRules();
        List<String> urls = config.settings().nodes().stream()
                .filter(node -> !node.isSocket())
                .map(node -> node.reveal().toString())
                .toList();
        return new Web3jChain(
                urls,
                config.universe().chainId(),
                RpcLimits.DEFAULT,
                FailoverPolicy.DEFAULT,
                new EndpointRules(
                        rules.quorum(),
                        rules.maxPerSecond(),
                        Optional.of(new Freshness(clock, config.settings().maxHeadLag(), rules.maxBehind()))));
    }

    /** The private relays, if there are any. */
    Optional<ChainSubmitter> relays() {
        return config.settings()
                .sending()
                .relay()
                .map(relay -> new Relays(
                        relay.urls().stream()
                                .map(url -> url.reveal().toString())
                                .toList(),
                        config.universe().chainId(),
                        RpcLimits.DEFAULT,
                        FailoverPolicy.DEFAULT));
    }

    /** @param poll between two questions for a new head where no socket announces it */
    HeadFeed heads(ChainReader chain, Duration poll) {
        Duration blockTime = config.network().file().blockTime();
        List<Endpoint> nodes = config.settings().nodes();
        return nodes.stream()
                .filter(Endpoint::isSocket)
                .findFirst()
                .<HeadFeed>map(socket -> new SocketHeadFeed(
                        nodes.indexOf(socket),
                        socket.reveal().toString(),
                        chain,
                        SocketPolicy.of(poll, blockTime),
                        PollTimer.ofSystem()))
                .orElseGet(() -> new PollingHeadFeed(chain, poll, PollTimer.ofSystem()));
    }
}
