package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.Custody;
import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.Reconciled;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.Observation;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the journal's balances against the chain's at one block, to the unit. What others moved is told apart and booked; what
 * left without our doing halts trading and stays unbooked until a person accepts it. Used by one thread.
 */
public final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private final Logbook log;
    private final RiskDesk risk;
    private final Function<Observation, ChainBalances> balances;
    private final Optional<FlowReader> flows;

    /** On paper, where nobody else can move anything: any difference halts. */
    public Reconciler(Logbook log, RiskDesk risk) {
        this(log, risk, Reconciler::asSeen, Optional.empty());
    }

    /** On the chain, at the confirmation depth. */
    public Reconciler(Logbook log, RiskDesk risk, BalanceReader balances, FlowReader flows) {
        this(log, risk, balances::confirmed, Optional.of(flows));
    }

    private Reconciler(
            Logbook log, RiskDesk risk, Function<Observation, ChainBalances> balances, Optional<FlowReader> flows) {
        this.log = log;
        this.risk = risk;
        this.balances = balances;
        this.flows = flows;
    }

    /** Takes the chain's balances over as the first entry of empty books; does nothing if they are open already. */
    public void open(Observation seen) {
        if (log.state().books().isPresent()) {
            return;
        }
        ChainBalances now = balances.apply(seen);
        if (!now.unread().isEmpty()) {
            throw new ChainException(
                    ChainException.Kind.REVERTED,
                    "the balance of " + now.unread() + " cannot be read to open the books");
        }
        log.append(new BooksOpened(now.block(), now.balances(), now.coins()));
    }

    /** What a comparison would find; nothing is journalled. */
    public Comparison look(Observation seen) {
        ChainBalances now = balances.apply(seen);
        Books books = books();
        Custody custody = log.state().custody();
        boolean explained = flows.isPresent() && !lags(now, custody) && !equal(books, now);
        return new Comparison(
                now,
                books,
                explained ? flows.get().explainAnyway(books, custody, now) : new FlowsFound(List.of(), List.of()));
    }

    /**
     * Takes the chain's balances over on a person's word: what is explained is booked as what it is, and what left without our
     * doing is their own withdrawal, or a loss.
     *
     * @param takenOut whether it was a withdrawal
     */
    public void accept(Comparison seen, Observation at, boolean takenOut) {
        Stream<Flow> left =
                seen.found().outflows().stream().map(flow -> takenOut ? flow.as(Flow.Kind.TAKEN_OUT) : flow);
        List<Flow> all = Stream.concat(seen.found().flows().stream(), left).toList();
        if (!all.isEmpty()) {
            log.append(new FlowBooking(log.state(), at.market()).of(seen.chain().block(), all));
        }
    }

    /** Takes what was kept apart for the trader's own, on a person's word: from now on it is a deposit. */
    public void release(Observation at) {
        List<Flow> kept = released(books(), at);
        if (!kept.isEmpty()) {
            BlockRef block = log.state().custody().booked().orElseThrow();
            log.append(new FlowBooking(log.state(), at.market()).of(block, kept));
        }
    }

    private static List<Flow> released(Books books, Observation at) {
        Stream<Flow> tokens = books.apart().stream()
                .filter(amount -> !amount.isZero())
                .map(amount -> released(amount.token(), amount.raw(), BigInteger.ZERO));
        Stream<Flow> coins = books.coinsApart().value().signum() == 0
                ? Stream.empty()
                : Stream.of(released(
                        at.market().universe().wrapped(),
                        BigInteger.ZERO,
                        books.coinsApart().value()));
        return Stream.concat(tokens, coins).toList();
    }

    private static Flow released(Token token, BigInteger amount, BigInteger coins) {
        return new Flow(Flow.Kind.RELEASED, token, amount, coins, Optional.empty(), Optional.empty());
    }

    /** Whether the newest block is that far from the last that was compared. */
    public boolean due(Observation seen, long everyBlocks) {
        return log.state()
                .custody()
                .booked()
                .map(block -> seen.market().block().number() - block.number() >= everyBlocks)
                .orElse(true);
    }

    /**
     * Compares, books what others moved, and journals; true if every token and the coins agree.
     *
     * @throws ChainException if the chain cannot be read now
     */
    public boolean check(Observation seen) {
        ChainBalances now = balances.apply(seen);
        Custody custody = log.state().custody();
        if (lags(now, custody)) {
            return true;
        }
        boolean withdrawn = custody.moves().stream().anyMatch(move -> move.withdraws());
        if (flows.isPresent() && (withdrawn || !equal(books(), now))) {
            explain(flows.get(), now, seen);
        }
        return record(now, seen);
    }

    /** The node that answered does not know yet what the journal knows. */
    private static boolean lags(ChainBalances now, Custody custody) {
        long number = now.block().number();
        return custody.booked().filter(block -> block.number() > number).isPresent()
                || custody.moves().stream().anyMatch(move -> move.block() > number);
    }

    private void explain(FlowReader reader, ChainBalances now, Observation seen) {
        FlowsFound found;
        try {
            found = reader.explain(books(), log.state().custody(), now);
        } catch (ChainException e) {
            if (e.kind() != ChainException.Kind.UNKNOWN_BLOCK) {
                throw e;
            }
            risk.halt(e.getMessage());
            return;
        }
        if (!found.outflows().isEmpty()) {
            LOG.error("left the account and nothing explains it: {}", FlowWords.of(found.outflows()));
            risk.halt("something left the account by block " + now.block().number() + " that is not ours: "
                    + FlowWords.of(found.outflows()));
            return;
        }
        FlowsBooked booked = new FlowBooking(log.state(), seen.market()).of(now.block(), found.flows());
        log.append(booked);
        LOG.warn("booked up to block {}: {}", now.block().number(), FlowWords.of(booked.flows()));
    }

    private boolean record(ChainBalances now, Observation seen) {
        Books books = books();
        Reconciled result = new Reconciled(
                now.block(),
                books.onChain(),
                books.onChain().stream().map(expected -> actual(now, expected)).toList(),
                books.coinsOnChain(),
                now.coins(),
                seen.account().allowances().stream().map(Allowance::amount).toList());
        log.append(result);
        if (!result.equal()) {
            risk.halt("books and chain differ at block " + now.block().number() + ": expected " + result.expected()
                    + " and " + result.expectedCoins().coins() + " coins, found " + result.actual() + " and "
                    + now.coins().coins());
        }
        return result.equal();
    }

    private static boolean equal(Books books, ChainBalances now) {
        return books.coinsOnChain().equals(now.coins())
                && books.onChain().stream()
                        .allMatch(expected -> actual(now, expected).equals(expected));
    }

    /** What cannot be read is not known to differ. */
    private static TokenAmount actual(ChainBalances now, TokenAmount expected) {
        return now.balances().stream()
                .filter(amount -> amount.token().equals(expected.token()))
                .findFirst()
                .orElse(expected);
    }

    private Books books() {
        return log.state().books().orElseThrow(() -> new IllegalStateException("the books are not open"));
    }

    private static ChainBalances asSeen(Observation seen) {
        return new ChainBalances(
                seen.market().block(), seen.account().balances(), seen.account().coins(), List.of());
    }
}
