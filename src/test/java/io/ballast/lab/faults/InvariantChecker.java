package io.ballast.lab.faults;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.OpenIntent;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * I1 to I12 of the fault bench over the evidence of one case; I9, which needs the agent to go on, is asked by the scene. Pure,
 * so that every one of them is shown to fail by a test.
 */
final class InvariantChecker {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** {@code transfer(address,uint256)}: a withdrawal is no trade. */
    private static final String TRANSFER = "0xa9059cbb";

    private final List<Violation> found = new ArrayList<>();

    /** Everything that does not hold. */
    List<Violation> check(Evidence seen) {
        JournalFacts journal = new JournalFacts(seen.entries());
        exactlyOnce(seen, journal);
        boundedSwaps(seen, journal);
        limitsOnChain(seen);
        nothingLeftToTake(seen);
        booksAndChain(seen, journal);
        nothingAfterHalt(seen, journal);
        noSecret(seen);
        nonces(seen, journal);
        decisions(seen, journal);
        truthful(seen);
        boundedLoss(seen);
        return List.copyOf(found);
    }

    private void broken(String invariant, String what) {
        found.add(new Violation(invariant, what));
    }

    private void exactlyOnce(Evidence seen, JournalFacts journal) {
        Map<String, Hash32> successes = new HashMap<>();
        for (ChainTx tx : seen.transactions()) {
            if (seen.foreign().contains(tx.hash())) {
                continue;
            }
            if (journal.signed(tx.hash()).isEmpty()) {
                broken("I1", tx.hash() + " is mined and not in the journal");
                continue;
            }
            IntentSigned signed = journal.signed(tx.hash()).orElseThrow();
            if (tx.succeeded() && !signed.cancels()) {
                Hash32 earlier = successes.put(signed.intentId(), tx.hash());
                if (earlier != null) {
                    broken("I1", signed.intentId() + " was carried out twice: " + earlier + " and " + tx.hash());
                }
            }
        }
    }

    private void boundedSwaps(Evidence seen, JournalFacts journal) {
        for (ChainTx tx : seen.transactions()) {
            journal.planOf(tx.hash())
                    .filter(plan -> plan.kind() == Kind.SWAP)
                    .filter(plan -> !journal.signed(tx.hash()).orElseThrow().cancels())
                    .ifPresent(plan -> boundedSwap(seen, journal, tx, plan));
        }
    }

    private void boundedSwap(Evidence seen, JournalFacts journal, ChainTx tx, IntentPlanned plan) {
        RouterCall call = RouterCall.read(tx.data()).orElse(null);
        if (call == null) {
            broken("I2", plan.intentId() + " calls a function that nobody here can read");
            return;
        }
        BigInteger quoted = plan.quotedOut().raw();
        BigInteger floor = quoted.subtract(seen.limits().maxSlippage().of(quoted));
        if (plan.minOut().raw().compareTo(floor) < 0 || call.minOut().compareTo(floor) < 0) {
            broken("I2", plan.intentId() + " accepts " + call.minOut() + ", the limit is " + floor);
        }
        if (call.deadline().isAfter(plan.pinned().timestamp().plus(seen.limits().maxDeadline()))) {
            broken("I2", plan.intentId() + " may be mined until " + call.deadline());
        }
        if (!call.recipients().stream().allMatch(seen.account()::equals)) {
            broken("I2", plan.intentId() + " pays to " + call.recipients());
        }
        BigInteger gained = tx.gained(plan.tokenOut(), seen.account());
        boolean noticed = journal.trading() == TradingState.HALTED || journal.frozen(plan.tokenOut());
        if (tx.succeeded() && gained.compareTo(call.minOut()) < 0 && !noticed) {
            broken("I2", plan.intentId() + " gained " + gained + " of at least " + call.minOut());
        }
    }

    /** Of all windows those that end with a transaction hold the most. */
    private void limitsOnChain(Evidence seen) {
        for (ChainTx last : seen.transactions()) {
            List<ChainTx> hour = within(seen, last, HOUR);
            List<ChainTx> day = within(seen, last, DAY);
            long perHour = hour.stream().filter(tx -> swaps(seen, tx)).count();
            long perDay = day.stream().filter(tx -> swaps(seen, tx)).count();
            require("I3", perHour <= seen.limits().maxTradesPerHour(), perHour + " trades in an hour");
            require("I3", perDay <= seen.limits().maxTradesPerDay(), perDay + " trades in a day");
            Usd notional = sum(day, seen);
            // Feeds may have moved between the verdict and the block by what the deviation limit allows.
            Usd most = seen.limits()
                    .maxNotionalPerDay()
                    .plus(seen.limits().maxPriceDeviation().of(notional));
            require("I3", notional.compareTo(most) <= 0, notional + " traded in a day");
            Usd gas = day.stream().map(tx -> gas(tx)).reduce(Usd.ZERO, Usd::plus);
            require("I3", gas.compareTo(seen.limits().maxGasPerDay()) <= 0, gas + " of gas in a day");
        }
    }

    private void require(String invariant, boolean holds, String otherwise) {
        if (!holds) {
            broken(invariant, otherwise);
        }
    }

    private static List<ChainTx> within(Evidence seen, ChainTx last, Duration span) {
        return seen.transactions().stream()
                .filter(tx -> !seen.foreign().contains(tx.hash()))
                .filter(tx -> !tx.time().isAfter(last.time())
                        && tx.time().isAfter(last.time().minus(span)))
                .toList();
    }

    private static boolean swaps(Evidence seen, ChainTx tx) {
        return tx.paid(seen.account()).isPositive() && !tx.data().hex().startsWith(TRANSFER);
    }

    private static Usd sum(List<ChainTx> transactions, Evidence seen) {
        return transactions.stream()
                .filter(tx -> swaps(seen, tx))
                .map(tx -> tx.paid(seen.account()))
                .reduce(Usd.ZERO, Usd::plus);
    }

    private static Usd gas(ChainTx tx) {
        BigDecimal coin = tx.prices().entrySet().stream()
                .filter(price -> price.getKey().symbol().equals("WETH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return tx.fee().at(Usd.of(coin));
    }

    private void nothingLeftToTake(Evidence seen) {
        seen.standing()
                .forEach(left -> broken("I4", left.spender() + " may take " + left.raw() + " of " + left.token()));
        Predicate<Address> listed = seen.limits().routers().all()::contains;
        seen.spenders().stream()
                .filter(listed.negate())
                .forEach(stranger -> broken("I4", stranger + " was given an allowance and is not on the list"));
    }

    private void booksAndChain(Evidence seen, JournalFacts journal) {
        if (journal.state().books().isEmpty() || journal.trading() == TradingState.HALTED) {
            return;
        }
        Books books = journal.state().books().orElseThrow();
        for (TokenAmount real : seen.balances()) {
            TokenAmount expected = books.balance(real.token()).plus(books.apart(real.token()));
            require("I5", expected.equals(real), "books hold " + expected + ", the chain " + real);
        }
        Wei coins = books.coinsOnChain();
        require("I5", coins.equals(seen.coins()), "books hold " + coins + " of coins, the chain " + seen.coins());
    }

    private void nothingAfterHalt(Evidence seen, JournalFacts journal) {
        TradingState state = TradingState.ACTIVE;
        for (JournalEntry entry : seen.entries()) {
            if (entry.event() instanceof RiskChanged changed) {
                state = changed.state().trading();
            }
            if (entry.event() instanceof IntentSigned signed && !allowed(state, signed, seen, journal)) {
                broken("I6", signed.intentId() + " was signed in " + state);
            }
        }
    }

    private static boolean allowed(TradingState state, IntentSigned signed, Evidence seen, JournalFacts journal) {
        IntentPlanned plan = journal.planned(signed.intentId()).orElseThrow();
        boolean undoes = plan.kind() == Kind.REVOKE || signed.cancels();
        return switch (state) {
            case ACTIVE -> true;
            case REDUCING -> undoes || plan.tokenOut().equals(seen.limits().cash());
            case HALTED -> undoes;
        };
    }

    private void noSecret(Evidence seen) {
        seen.leaks().forEach(where -> broken("I7", "the key is in " + where));
    }

    private void nonces(Evidence seen, JournalFacts journal) {
        Set<Long> mined = new HashSet<>();
        seen.transactions().forEach(tx -> mined.add(tx.nonce()));
        for (long nonce = 0; nonce < seen.nonce(); nonce++) {
            require("I8", mined.contains(nonce), "nonce " + nonce + " is used up by nothing that can be seen");
        }
        if (journal.trading() != TradingState.HALTED) {
            journal.state().open().stream()
                    .filter(open -> open.nonce().isPresent())
                    .map(OpenIntent::id)
                    .forEach(id -> broken("I8", id + " is signed, not mined and still open"));
        }
    }

    private void decisions(Evidence seen, JournalFacts journal) {
        Set<String> decided = new HashSet<>();
        journal.all(DecisionMade.class).forEach(made -> {
            decided.add(made.decisionId());
            boolean whole = made.configHash().equals(seen.configHash())
                    && !made.inputsHash().equals(Hash32.ZERO)
                    && !made.scorer().isBlank();
            require("I10", whole, made.decisionId() + " does not say with what it was decided");
        });
        journal.all(IntentPlanned.class)
                .filter(plan -> plan.kind() == Kind.SWAP || plan.kind() == Kind.APPROVE)
                .filter(plan -> !decided.contains(plan.decisionId()))
                .forEach(plan -> broken("I10", plan.intentId() + " carries out no decision of the journal"));
    }

    private void truthful(Evidence seen) {
        seen.reports().stream()
                .filter(report -> report.saidOk() && !report.wasOk())
                .forEach(report -> broken("I11", report.what()));
    }

    /** A trade may lose what its two bounds allow: the quote's distance from the feeds, and the slippage below the quote. */
    private void boundedLoss(Evidence seen) {
        int bound = seen.limits().maxPriceDeviation().value()
                + seen.limits().maxSlippage().value();
        for (ChainTx tx : seen.transactions()) {
            if (!tx.succeeded() || seen.foreign().contains(tx.hash())) {
                continue;
            }
            if (!swaps(seen, tx)) {
                continue;
            }
            Usd paid = tx.paid(seen.account());
            Usd loss = paid.minus(tx.received(seen.account()));
            Usd most = Usd.of(paid.value().multiply(BigDecimal.valueOf(bound, 4)));
            require("I12", loss.compareTo(most) <= 0, tx.hash() + " lost " + loss + " of at most " + most);
        }
    }
}
