package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.TradingState;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The fold over a journal that tells which nonces of the account are used up. Used by one thread. */
final class UsedNonces {
    private final Map<String, Long> nonces = new HashMap<>();
    private final Set<Long> used = new TreeSet<>();
    private boolean halted;

    void after(JournalEvent event) {
        switch (event) {
            case IntentSigned signed -> nonces.put(signed.intentId(), signed.nonce());
            case IntentMined mined -> use(mined.intentId());
            case IntentUnmined unmined -> used.remove(nonces.getOrDefault(unmined.intentId(), -1L));
            case IntentClosed closed -> close(closed);
            case RiskChanged changed -> risk(changed.state().trading());
            default -> {}
        }
    }

    /** The highest; empty before the first, and after a person let trading go on. */
    OptionalLong last() {
        return used.stream().mapToLong(Long::longValue).max();
    }

    private void use(String intentId) {
        // On paper nothing is signed.
        if (nonces.containsKey(intentId)) {
            used.add(nonces.get(intentId));
        }
    }

    private void close(IntentClosed closed) {
        if (closed.status() == IntentClosed.Status.LOST) {
            use(closed.intentId());
        }
        nonces.remove(closed.intentId());
    }

    private void risk(TradingState now) {
        if (halted && now != TradingState.HALTED) {
            used.clear();
        }
        halted = now == TradingState.HALTED;
    }
}
