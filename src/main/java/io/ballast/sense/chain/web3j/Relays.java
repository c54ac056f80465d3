package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.SendOutcome;
import java.util.List;

/**
 * Private relays that take {@code eth_sendRawTransaction} and show what they get to producers of blocks alone, such as Flashbots
 * Protect and MEV Blocker. Every transaction goes to all of them. Like any endpoint, each proves its chain id first, and messages
 * name it by index and host. Thread-safe.
 */
public final class Relays implements ChainSubmitter {
    private final List<Web3jChain> relays;

    /** @param urls https, or http to a host of the local network */
    public Relays(List<String> urls, long expectedChainId, RpcLimits limits, FailoverPolicy policy) {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("at least one relay is needed");
        }
        relays = urls.stream()
                .map(url -> new Web3jChain(List.of(url), expectedChainId, limits, policy))
                .toList();
    }

    /** Accepted if one of them accepts; refused only if all of them refuse. */
    @Override
    public SendOutcome send(Bytes raw) {
        List<SendOutcome> outcomes =
                relays.stream().map(relay -> relay.send(raw)).toList();
        return first(
                outcomes, SendOutcome.Accepted.class, first(outcomes, SendOutcome.Unknown.class, outcomes.getFirst()));
    }

    private static SendOutcome first(
            List<SendOutcome> outcomes, Class<? extends SendOutcome> kind, SendOutcome otherwise) {
        return outcomes.stream().filter(kind::isInstance).findFirst().orElse(otherwise);
    }
}
