package io.ballast.act.journal;

import io.ballast.act.risk.RiskState;
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
    private OptionalLong highestNonce;
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
        highestNonce = from.highestNonce();
        risk = from.risk();
        halted = from.halted();
        decisions = from.decisions();
        custody = from.custody();
    }

    LedgerState state() {
        return new LedgerState(session, inSession, books, open, highestNonce, risk, halted, decisions, custody);
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
        risk = Optional.of(changed.state());
    }

    void halt(Halted reason) {
        halted = Optional.of(reason);
    }

    void judge(GateJudged judged) {
        change(judged.intentId(), intent -> intent.with(judged));
    }

    void plan(IntentPlanned planned) {
        require(from.intent(planned.intentId()).isEmpty(), "intent " + planned.intentId() + " is open already");
        open = Stream.concat(open.stream(), Stream.of(OpenIntent.of(planned))).toList();
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
        change(mined.intentId(), old -> old.with(Optional.of(mined)));
    }

    void unmine(IntentUnmined unmined) {
        OpenIntent intent = intent(unmined.intentId());
        IntentMined mined = intent.mined()
                .filter(known -> known.txHash().equals(unmined.txHash()))
                .orElseThrow(() -> new LedgerException(unmined.intentId() + " is not mined as " + unmined.txHash()));
        books = Optional.of(booksOrThrow().undo(intent.planned().kind(), mined));
        custody = custody.unmined(unmined);
        change(unmined.intentId(), old -> old.with(Optional.empty()));
    }

    void close(IntentClosed closed) {
        OpenIntent intent = intent(closed.intentId());
        require(
                closed.status() != IntentClosed.Status.FILLED
                        || intent.mined().filter(IntentMined::succeeded).isPresent(),
                closed.intentId() + " is not mined with success and cannot be filled");
        open = open.stream()
                .filter(other -> !other.id().equals(closed.intentId()))
                .toList();
        custody = custody.closed(closed);
    }

    void change(String intentId, UnaryOperator<OpenIntent> change) {
        OpenIntent changed = change.apply(intent(intentId));
        open = open.stream()
                .map(other -> other.id().equals(intentId) ? changed : other)
                .toList();
    }

    private OpenIntent intent(String intentId) {
        return from.intent(intentId).orElseThrow(() -> new LedgerException("no intent " + intentId + " is open"));
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
