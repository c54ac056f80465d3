package io.ballast.lab.sim;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what the agent did, as the chain has it, against the invariants; the journal is believed in nothing but intents. */
final class SimChecker {
    private final SimWorld world;
    private final LedgerState ledger;
    private final int quietDecisions;
    private final List<String> found = new ArrayList<>();
    private final Map<Hash32, IntentSigned> signed = new HashMap<>();
    private final Map<Hash32, Long> signedAt = new HashMap<>();
    private final Map<String, IntentPlanned> planned = new HashMap<>();
    private Optional<Hash32> firstLook = Optional.empty();
    private long haltedAt = Long.MAX_VALUE;

    SimChecker(SimWorld world, LedgerState ledger, int quietDecisions) {
        this.world = world;
        this.ledger = ledger;
        this.quietDecisions = quietDecisions;
    }

    List<String> violations() {
        world.journal().read(1).forEach(this::learn);
        List<SimChain.Mined> mined = world.chain().blocks().stream()
                .flatMap(block -> block.mined().stream())
                .toList();
        mined.forEach(this::known);
        once(mined);
        mined.stream().filter(own -> signed.containsKey(own.receipt().txHash())).forEach(this::asApproved);
        limits(mined);
        losses(mined);
        elsewhere(mined);
        found.addAll(standing(world));
        books();
        afterHalt(mined);
        nonces();
        alive();
        journal();
        return List.copyOf(found);
    }

    private void learn(JournalEntry entry) {
        switch (entry.event()) {
            case IntentSigned event -> {
                signed.put(event.txHash(), event);
                signedAt.put(event.txHash(), entry.seq());
            }
            case IntentPlanned event -> planned.put(event.intentId(), event);
            case RiskChanged event -> firstLook = firstLook.or(() -> routerPin(event));
            case Halted event -> haltedAt = Math.min(haltedAt, entry.seq());
            default -> {}
        }
    }

    private static Optional<Hash32> routerPin(RiskChanged event) {
        return event.state().watch().pins().stream()
                .filter(pin -> pin.address().equals(SimSetup.UNIVERSE.router()))
                .map(pin -> pin.code())
                .findFirst();
    }

    private void violated(String invariant, String how) {
        found.add(invariant + " " + how);
    }

    /** I8: nothing is mined that was not in the journal first. */
    private void known(SimChain.Mined own) {
        if (!signed.containsKey(own.receipt().txHash())
                && !world.chain().isForeign(own.receipt().txHash())) {
            violated(
                    "I1",
                    own.receipt().txHash().brief() + " with nonce " + own.tx().nonce() + " was mined unjournalled");
        }
    }

    /** I1. */
    private void once(List<SimChain.Mined> mined) {
        Set<String> done = new HashSet<>();
        for (SimChain.Mined own : mined) {
            IntentSigned attempt = signed.get(own.receipt().txHash());
            if (attempt != null && !attempt.cancels() && own.receipt().succeeded() && !done.add(attempt.intentId())) {
                violated("I1", attempt.intentId() + " was done twice");
            }
        }
    }

    /** I2: a swap is what was approved, to the account, until a deadline; anything else is an approval of the router. */
    private void asApproved(SimChain.Mined own) {
        IntentSigned attempt = signed.get(own.receipt().txHash());
        IntentPlanned plan = planned.get(attempt.intentId());
        if (plan == null) {
            violated("I2", attempt.intentId() + " was never planned");
            return;
        }
        Optional<SimOrder> order = SimOrder.of(own.tx().data());
        if (order.isPresent()) {
            swap(plan, order.get());
        } else if (!attempt.cancels()) {
            approval(plan, own.tx());
        }
    }

    private void swap(IntentPlanned plan, SimOrder order) {
        BigInteger minOut = BigInteger.ZERO;
        BigInteger amountIn = BigInteger.ZERO;
        for (SimOrder.Part part : order.parts()) {
            minOut = minOut.add(part.minOut());
            amountIn = amountIn.add(part.amountIn());
            if (!part.recipient().equals(SimSetup.OWNER)) {
                violated("I2", plan.intentId() + " pays to " + part.recipient());
            }
        }
        BigInteger floor = plan.quotedOut()
                .minus(plan.quotedOut().times(limits().maxSlippage()))
                .raw();
        BigInteger spread = BigInteger.valueOf(order.parts().size());
        if (minOut.add(spread).compareTo(plan.minOut().raw()) < 0
                || minOut.add(spread).compareTo(floor) < 0) {
            violated(
                    "I2",
                    plan.intentId() + " accepts " + minOut + ", approved "
                            + plan.minOut().raw() + ", floor " + floor);
        }
        if (!amountIn.equals(plan.amountIn().raw())) {
            violated(
                    "I2",
                    plan.intentId() + " pays " + amountIn + ", approved "
                            + plan.amountIn().raw());
        }
        if (order.deadline().isAfter(plan.deadline())) {
            violated("I2", plan.intentId() + " lives until " + order.deadline() + ", approved " + plan.deadline());
        }
    }

    /** I4: only the router, never more than a trade needs. */
    private void approval(IntentPlanned plan, SimTx tx) {
        var arguments = Wire.arguments(tx.data());
        if (!Wire.address(arguments, 0).equals(SimSetup.UNIVERSE.router())) {
            violated("I4", plan.intentId() + " lets " + Wire.address(arguments, 0) + " take tokens");
        }
        BigInteger amount = Wire.word(arguments, 1);
        boolean grants = plan.kind() == Kind.APPROVE;
        if (!amount.equals(grants ? plan.amountIn().raw() : BigInteger.ZERO)) {
            violated("I4", plan.intentId() + " allows " + amount);
        }
    }

    /** I3: the life of an agent here is shorter than a day. */
    private void limits(List<SimChain.Mined> mined) {
        Usd notional = Usd.ZERO;
        for (SimChain.Mined own : mined) {
            Optional<IntentPlanned> swap =
                    swap(own).filter(plan -> own.receipt().succeeded());
            if (swap.isPresent()) {
                Usd value = value(swap.get().amountIn(), swap.get());
                notional = notional.plus(value);
                if (value.compareTo(tolerated(limits().maxNotionalPerTrade())) > 0) {
                    violated("I3", swap.get().intentId() + " trades " + value);
                }
            }
        }
        if (notional.compareTo(tolerated(limits().maxNotionalPerDay())) > 0) {
            violated("I3", "a day's trades come to " + notional);
        }
        if (notional.compareTo(tolerated(limits().trade().maxNotionalPerHour())) > 0 && world.isShort()) {
            violated("I3", "an hour's trades come to " + notional);
        }
    }

    /** I12. */
    private void losses(List<SimChain.Mined> mined) {
        SimLosses losses = new SimLosses(world.chain(), limits());
        for (SimChain.Mined own : mined) {
            swap(own)
                    .filter(plan -> own.receipt().succeeded())
                    .flatMap(plan -> losses.of(plan, own))
                    .ifPresent(how -> violated("I12", how));
        }
    }

    /** The plan of a transaction that carries out a swap of ours. */
    private Optional<IntentPlanned> swap(SimChain.Mined own) {
        IntentSigned attempt = signed.get(own.receipt().txHash());
        return attempt == null || attempt.cancels()
                ? Optional.empty()
                : Optional.ofNullable(planned.get(attempt.intentId())).filter(plan -> plan.kind() == Kind.SWAP);
    }

    /**
     * I8: a nonce that somebody else used halts; I6: so does a contract with other code than it had when it was first looked at,
     * and nothing is sent to it.
     */
    private void elsewhere(List<SimChain.Mined> mined) {
        boolean used = mined.stream()
                .anyMatch(own -> world.chain().isForeign(own.receipt().txHash()));
        if (used && !halted()) {
            violated("I8", "the key was used elsewhere, and nobody noticed");
        }
        Hash32 original = Hash32.of(Keccak256.digest(SimSetup.UNIVERSE.router().bytes()));
        if (!limits().standing().pinsCode() || !firstLook.equals(Optional.of(original))) {
            return;
        }
        if (world.chain().head().state().replaced() && !halted()) {
            violated("I6", "the router has other code, and nobody noticed");
        }
        mined.stream()
                .flatMap(own -> swap(own).stream())
                .filter(plan -> world.chain()
                        .block(plan.pinned().hash())
                        .filter(block -> block.state().replaced())
                        .isPresent())
                .forEach(plan -> violated("I6", plan.intentId() + " went to a router with other code"));
    }

    private Usd value(TokenAmount amount, IntentPlanned plan) {
        Optional<SimChain.Block> block = world.chain().block(plan.pinned().hash());
        return block.map(at -> amount.at(price(at.state(), amount))).orElse(Usd.ZERO);
    }

    private static Usd price(SimState state, TokenAmount amount) {
        return Usd.of(new BigDecimal(state.feed(SimEvm.feed(amount.token())).answer(), 8));
    }

    private static Usd tolerated(Usd limit) {
        return limit.plus(Usd.of(1));
    }

    private RiskLimits limits() {
        return world.config().settings().limits();
    }

    private boolean halted() {
        return ledger.risk()
                .filter(risk -> risk.trading() == TradingState.HALTED)
                .isPresent();
    }

    /** I4: when nothing goes on, nobody may take anything, HALTED or not. */
    static List<String> standing(SimWorld world) {
        return world.chain().head().state().allowances().entrySet().stream()
                .map(left -> "I4 left standing: " + left.getValue() + " of "
                        + left.getKey().token())
                .toList();
    }

    /** I5. */
    private void books() {
        SimState now = world.chain().head().state();
        if (halted()) {
            return;
        }
        if (ledger.books().isEmpty()) {
            violated("I5", "the books were never opened");
            return;
        }
        for (TokenAmount booked : ledger.books().get().onChain()) {
            BigInteger there = now.balance(booked.token().address(), SimSetup.OWNER);
            if (!booked.raw().equals(there)) {
                violated("I5", booked.raw() + " " + booked.token() + " in the books, " + there + " on the chain");
            }
        }
        if (!ledger.books().get().coinsOnChain().value().equals(now.coins())) {
            violated(
                    "I5",
                    ledger.books().get().coinsOnChain() + " coins in the books, " + now.coins() + " on the chain");
        }
    }

    /** I6. */
    private void afterHalt(List<SimChain.Mined> mined) {
        for (SimChain.Mined own : mined) {
            IntentSigned attempt = signed.get(own.receipt().txHash());
            boolean late = signedAt.getOrDefault(own.receipt().txHash(), 0L) > haltedAt;
            IntentPlanned plan = attempt == null ? null : planned.get(attempt.intentId());
            if (late && plan != null && !attempt.cancels() && plan.kind() != Kind.REVOKE) {
                violated("I6", attempt.intentId() + " was signed after trading had halted");
            }
        }
    }

    /** I8: nothing of ours hangs in the pool. */
    private void nonces() {
        if (!world.chain().pool().isEmpty() && !halted()) {
            violated("I8", "stuck in the pool: " + world.chain().pool().keySet());
        }
    }

    /** I9. */
    private void alive() {
        if (quietDecisions == 0 && !halted()) {
            violated("I9", "no decision since all is well");
        }
        if (!ledger.open().isEmpty() && !halted()) {
            violated("I9", "open for ever: " + ledger.open().getFirst().id());
        }
    }

    /** I10. */
    private void journal() {
        world.journal()
                .verify()
                .problem()
                .ifPresent(problem -> violated("I10", "the journal's chain is broken: " + problem));
    }
}
