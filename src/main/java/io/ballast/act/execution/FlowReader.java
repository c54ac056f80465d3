package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Custody;
import io.ballast.act.journal.OwnMove;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.web3j.Event;
import io.ballast.sense.market.Universe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds on the chain why books and chain differ: the events of the universe's tokens that name the account. Thread-safe. */
public final class FlowReader {
    private final ChainReader chain;
    private final Universe universe;
    private final Address owner;
    private final FlowRules rules;

    public FlowReader(ChainReader chain, Universe universe, Address owner, FlowRules rules) {
        this.chain = chain;
        this.universe = universe;
        this.owner = owner;
        this.rules = rules;
    }

    /**
     * Explains a difference, for a person who takes the chain as it is: where the earlier block is not part of the chain any
     * more, its events tell nothing, and every difference counts as what it is, without a cause.
     */
    public FlowsFound explainAnyway(Books books, Custody custody, ChainBalances now) {
        try {
            return explain(books, custody, now);
        } catch (ChainException e) {
            if (e.kind() != ChainException.Kind.UNKNOWN_BLOCK) {
                throw e;
            }
            return new FlowSorter(owner, universe.wrapped(), rules, List.of()).sort(books, now, List.of(), Map.of());
        }
    }

    /**
     * Explains a difference.
     *
     * @param custody tells the earlier block, and what our own transactions did since
     * @throws ChainException if the node gives no usable answer; of kind UNKNOWN_BLOCK if the earlier block is not part of the
     *     chain any more
     */
    public FlowsFound explain(Books books, Custody custody, ChainBalances now) {
        BlockRef from = custody.booked().orElseThrow();
        if (!chain.headers(List.of(from.number())).getFirst().ref().hash().equals(from.hash())) {
            throw new ChainException(
                    ChainException.Kind.UNKNOWN_BLOCK,
                    "block " + from + ", up to which the books were kept, was reorganised away");
        }
        List<LogEntry> logs = from.number() < now.block().number()
                ? logs(from.number() + 1, now.block().number())
                : List.of();
        return new FlowSorter(owner, universe.wrapped(), rules, custody.moves())
                .sort(books, now, logs, fees(logs, custody.moves()));
    }

    private List<LogEntry> logs(long from, long to) {
        List<Address> tokens = universe.tokens().stream().map(Token::address).toList();
        Hash32 account = Event.topic(owner);
        List<Hash32> first = List.of(Event.TRANSFER.topic(), Event.WRAP.topic(), Event.UNWRAP.topic());
        List<LogEntry> logs =
                new ArrayList<>(chain.logs(new LogQuery(from, to, tokens, first, List.of(account), List.of())));
        logs.addAll(chain.logs(
                new LogQuery(from, to, tokens, List.of(Event.TRANSFER.topic()), List.of(), List.of(account))));
        return logs.stream().distinct().toList();
    }

    /** Of transactions that are not booked as ours and may have wrapped or unwrapped by hand. */
    private Map<Hash32, Wei> fees(List<LogEntry> logs, List<OwnMove> moves) {
        Map<Hash32, Wei> fees = new LinkedHashMap<>();
        for (TokenStep step : TokenStep.of(logs, owner, universe.wrapped())) {
            boolean ours = moves.stream().anyMatch(move -> move.tx().equals(step.tx()));
            if (!ours && step.way() != TokenStep.Way.TRANSFER && !fees.containsKey(step.tx())) {
                chain.receipt(step.tx()).ifPresent(receipt -> fees.put(step.tx(), receipt.fee()));
            }
        }
        return fees;
    }
}
