package io.ballast.act.execution;

import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.L1Charge;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** An engine on a pool model, with one swap to carry out; it can be killed and started again on the same journal. */
final class Rig {
    static final String ID = "d000001.1.swap";
    static final Fees OFFER = new Fees(gwei("3"), gwei("1"));

    final PoolModel chain = new PoolModel();
    final MemoryJournal journal = new MemoryJournal(InstantSource.fixed(Instant.EPOCH));
    Logbook log = new Logbook(journal);
    RiskDesk risk = new RiskDesk(new RiskGate(Limits.LOOSE), log);
    int confirmations = 1;
    FeeRules fees = new FeeRules(true, gwei("100"), 3, 4, 5);
    Function<Fees, Optional<String>> judge = ignored -> Optional.empty();
    Supplier<Optional<String>> stopped = Optional::empty;
    Optional<Outbox.PrivateRelay> relay = Optional.empty();
    int accepted;
    FinalityWatch finality = new FinalityWatch(chain, risk, log);

    Rig() {
        log.append(new BooksOpened(
                chain.head().ref(),
                List.of(
                        TokenAmount.of(Orders.USDC, new BigDecimal("5000")),
                        TokenAmount.of(Orders.WETH, BigDecimal.ONE)),
                Wei.ofCoins(BigDecimal.TEN)));
    }

    static Wei gwei(String gwei) {
        return Wei.ofGwei(new BigDecimal(gwei));
    }

    IntentPlanned plan() {
        IntentPlanned planned = TransactionPlans.swap(
                        Orders.order(chain.head()), Orders.OWNER, new GasOffer(OFFER.max(), L1Charge.NONE))
                .planned();
        log.append(planned);
        return planned;
    }

    /** Plans, submits and settles the swap. */
    IntentOutcome trade() {
        IntentPlanned planned = plan();
        return settlement().settle(planned, engine().submit(ID, call(planned), chain.head(), judge));
    }

    static TransactionEngine.Call call(IntentPlanned planned) {
        return new TransactionEngine.Call(
                planned.target(),
                Wei.ZERO,
                planned.data(),
                200_000,
                OFFER.max(),
                OFFER.tip(),
                planned.deadline(),
                false);
    }

    Settlement settlement() {
        return new Settlement(chain, Orders.OWNER, log, risk);
    }

    TransactionEngine engine() {
        return new TransactionEngine(
                Orders.OWNER,
                chain,
                new Signatory(31_337, chain, log),
                new Outbox(chain, relay, log, () -> accepted++),
                new Sightings(chain, settlement(), finality, confirmations),
                nonces(),
                log,
                fees,
                new SubmissionPolicy(confirmations, Duration.ofSeconds(1), 2, 6),
                stopped);
    }

    NonceLedger nonces() {
        return new NonceLedger(chain, Orders.OWNER, log);
    }

    Recovery recovery() {
        return new Recovery(chain, engine(), nonces(), settlement(), finality, risk, log);
    }

    /** The process is gone; another one reads the journal. */
    void restart() {
        log = new Logbook(journal);
        risk = new RiskDesk(new RiskGate(Limits.LOOSE), log);
        finality = new FinalityWatch(chain, risk, log);
    }

    boolean isHalted() {
        return risk.state().trading() == TradingState.HALTED;
    }

    <T extends JournalEvent> List<T> events(Class<T> type) {
        return journal.read(0)
                .map(JournalEntry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The process ends here. */
    static void die(boolean now) {
        if (now) {
            throw new Killed();
        }
    }

    /** Stands for {@code kill -9}. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
