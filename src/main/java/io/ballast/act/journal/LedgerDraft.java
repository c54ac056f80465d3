package io.ballast.act.journal;

import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A {@link LedgerState} in the making, from the one before. */
final class LedgerDraft {
    private final LedgerState from;
    private Optional<SessionStarted> session;
    private boolean inSession;
    private Optional<Books> books;
    private List<OpenIntent> open;
    private List<OpenIntent> settled;
    private OptionalLong highestNonce;
    private OptionalLong lastNonce;
    private Optional<RiskState> risk;
    private Optional<Halted> halted;
    private long decisions;
    private Custody custody;

    LedgerDraft(LedgerState from) {
        this.from = from;
        session = from.session();
        inSession = from.inSession();
        books = from.books();
        open = from.open();
        settled = from.settled();
        highestNonce = from.highestNonce();
        lastNonce = from.lastNonce();
        risk = from.risk();
        halted = from.halted();
        decisions = from.decisions();
        custody = from.custody();
    }

    LedgerState state() {
        return new LedgerState(
                session, inSession, books, open, settled, highestNonce, lastNonce, risk, halted, decisions, custody);
    }

    void session(SessionStarted started) {
        require(
                from.session().isEmpty() || sameBooks(from.session().get(), started),
                "the session is of another chain or account than the journal");
        session = Optional.of(started);
        inSession = true;
    }

    void end() {
        inSession = false;
    }

    void open(BooksOpened opened) {
        books = Optional.of(new Books(opened.balances(), opened.coins()));
        custody = custody.opened(opened);
    }

    /** Flows are booked from one block to the next, never twice. */
    void flows(FlowsBooked booked) {
        long known = custody.booked()
                .orElseThrow(() -> new LedgerException("the books are not open"))
                .number();
        require(
                booked.block().number() >= known,
                "flows up to block " + booked.block().number() + " follow those up to block " + known);
        Books now = booksOrThrow();
        for (Flow flow : booked.flows()) {
            now = now.after(flow);
        }
        books = Optional.of(now);
        custody = custody.after(booked);
    }

    void custody(UnaryOperator<Custody> change) {
        custody = change.apply(custody);
    }

    /** A confirmation belongs to the decision it confirms. */
    void decide(DecisionMade made) {
        decisions += made.confirmation() ? 0 : 1;
    }

    void risk(RiskChanged changed) {
        boolean goesOn = isHalted(risk) && !isHalted(Optional.of(changed.state()));
        lastNonce = goesOn ? OptionalLong.empty() : lastNonce;
        risk = Optional.of(changed.state());
    }

    private static boolean isHalted(Optional<RiskState> risk) {
        return risk.filter(state -> state.trading() == TradingState.HALTED).isPresent();
    }

    void halt(Halted reason) {
        halted = Optional.of(reason);
    }

    void judge(GateJudged judged) {
        change(judged.intentId(), intent -> intent.with(judged));
    }

    void plan(IntentPlanned planned) {
        require(from.intent(planned.intentId()).isEmpty(), "intent " + planned.intentId() + " is open already");
        List<OpenIntent> more = new ArrayList<>(open);
        more.add(OpenIntent.of(planned));
        open = more;
        custody = custody.planned(planned);
    }

    void sign(IntentSigned signed) {
        OpenIntent intent = intent(signed.intentId());
        require(intent.mined().isEmpty(), signed.intentId() + " is mined and may not be signed again");
        require(
                intent.nonce().orElse(signed.nonce()) == signed.nonce(),
                signed.intentId() + " has nonce " + intent.nonce() + " and may not get " + signed.nonce());
        require(
                open.stream()
                        .filter(other -> !other.id().equals(signed.intentId()))
                        .noneMatch(other -> other.nonce().equals(OptionalLong.of(signed.nonce()))),
                "nonce " + signed.nonce() + " belongs to another open intent");
        highestNonce = OptionalLong.of(Math.max(signed.nonce(), highestNonce.orElse(-1)));
        change(signed.intentId(), old -> old.with(signed));
    }

    /** On paper nothing is signed, so a fill has no attempt behind it. */
    private boolean onPaper() {
        return session.filter(started -> started.mode().equals("paper")).isPresent();
    }

    void mine(IntentMined mined) {
        OpenIntent intent = intent(mined.intentId());
        require(intent.mined().isEmpty(), mined.intentId() + " is mined already");
        require(onPaper() || intent.hasAttempt(mined.txHash()), mined.intentId() + " has no attempt " + mined.txHash());
        books = Optional.of(booksOrThrow().after(intent.planned().kind(), mined));
        custody = custody.mined(intent.planned().kind(), mined);
        use(intent);
        change(mined.intentId(), old -> old.with(Optional.of(mined)));
    }

    private void use(OpenIntent intent) {
        intent.nonce().ifPresent(nonce -> lastNonce = OptionalLong.of(Math.max(nonce, lastNonce.orElse(-1))));
    }

    /** What was closed is open again. */
    void unmine(IntentUnmined unmined) {
        reopen(unmined.intentId());
        OpenIntent intent = find(open, unmined.intentId());
        IntentMined mined = intent.mined()
                .filter(known -> known.txHash().equals(unmined.txHash()))
                .orElseThrow(() -> new LedgerException(unmined.intentId() + " is not mined as " + unmined.txHash()));
        books = Optional.of(booksOrThrow().undo(intent.planned().kind(), mined));
        custody = custody.unmined(unmined);
        free(intent);
        change(unmined.intentId(), old -> old.with(Optional.empty()));
    }

    /** Nonces are used in order: with this one, those above it are free again too. */
    private void free(OpenIntent intent) {
        long below = intent.nonce().orElse(0) - 1;
        lastNonce = lastNonce.isEmpty() || below < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(lastNonce.getAsLong(), below));
    }

    private void reopen(String intentId) {
        if (from.intent(intentId).isEmpty()) {
            OpenIntent again = find(settled, intentId);
            settled = without(settled, intentId);
            open = Stream.concat(Stream.of(again), open.stream()).toList();
        }
    }

    void close(IntentClosed closed) {
        OpenIntent intent = intent(closed.intentId());
        require(
                closed.status() != IntentClosed.Status.FILLED
                        || intent.mined().filter(IntentMined::succeeded).isPresent(),
                closed.intentId() + " is not mined with success and cannot be filled");
        if (closed.status() == IntentClosed.Status.LOST) {
            use(intent);
        }
        open = without(open, closed.intentId());
        settled = intent.attempts().isEmpty()
                ? settled
                : intent.mined().map(mined -> settled(intent, mined)).orElse(settled);
        custody = custody.closed(closed);
    }

    private List<OpenIntent> settled(OpenIntent intent, IntentMined mined) {
        Stream<OpenIntent> others = without(settled, intent.id()).stream()
                .filter(old -> old.mined().orElseThrow().blockNumber() + LedgerState.REACH > mined.blockNumber());
        return Stream.concat(others, Stream.of(intent)).toList();
    }

    private static List<OpenIntent> without(List<OpenIntent> intents, String intentId) {
        List<OpenIntent> others = new ArrayList<>(intents.size());
        for (OpenIntent other : intents) {
            if (!other.id().equals(intentId)) {
                others.add(other);
            }
        }
        return others;
    }

    void change(String intentId, UnaryOperator<OpenIntent> change) {
        OpenIntent changed = change.apply(find(open, intentId));
        List<OpenIntent> all = new ArrayList<>(open.size());
        for (OpenIntent other : open) {
            all.add(other.id().equals(intentId) ? changed : other);
        }
        open = all;
    }

    private OpenIntent intent(String intentId) {
        return find(from.open(), intentId);
    }

    private static OpenIntent find(List<OpenIntent> intents, String intentId) {
        for (OpenIntent intent : intents) {
            if (intent.id().equals(intentId)) {
                return intent;
            }
        }
        throw new LedgerException("no intent " + intentId + " is open");
    }

    private Books booksOrThrow() {
        return books.orElseThrow(() -> new LedgerException("the books are not open"));
    }

    private static boolean sameBooks(SessionStarted one, SessionStarted other) {
        return one.chainId() == other.chainId()
                && one.account().equals(other.account())
                && one.genesis().equals(other.genesis());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new LedgerException(otherwise);
        }
    }
}
