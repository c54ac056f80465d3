package io.ballast.act.journal;

import io.ballast.base.units.Hash32;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An intent that was planned and not closed.
 *
 * @param judgements of the gate, oldest first
 * @param attempts signed, oldest first, all with one nonce; any of them may be mined
 * @param broadcasts oldest first
 * @param mined the attempt that is in the chain, as far as the journal knows
 */
public record OpenIntent(
        IntentPlanned planned,
        List<GateJudged> judgements,
        List<IntentSigned> attempts,
        List<IntentBroadcast> broadcasts,
        Optional<IntentMined> mined) {
    public OpenIntent {
        judgements = List.copyOf(judgements);
        attempts = List.copyOf(attempts);
        broadcasts = List.copyOf(broadcasts);
    }

    static OpenIntent of(IntentPlanned planned) {
        return new OpenIntent(planned, List.of(), List.of(), List.of(), Optional.empty());
    }

    public String id() {
        return planned.intentId();
    }

    /** The attempt that replaces all earlier ones: its bytes are sent again after a crash. */
    public Optional<IntentSigned> lastAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    /** Nonce of all attempts; empty if nothing was signed. */
    public OptionalLong nonce() {
        return attempts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(attempts.getFirst().nonce());
    }

    /** Whether a node may know this attempt; a crash between sending and journalling leaves no trace here. */
    public boolean wasBroadcast(Hash32 txHash) {
        return broadcasts.stream().anyMatch(sent -> sent.txHash().equals(txHash));
    }

    OpenIntent with(GateJudged judged) {
        return new OpenIntent(planned, plus(judgements, judged), attempts, broadcasts, mined);
    }

    OpenIntent with(IntentSigned signed) {
        return new OpenIntent(planned, judgements, plus(attempts, signed), broadcasts, mined);
    }

    OpenIntent with(IntentBroadcast broadcast) {
        return new OpenIntent(planned, judgements, attempts, plus(broadcasts, broadcast), mined);
    }

    OpenIntent with(Optional<IntentMined> now) {
        return new OpenIntent(planned, judgements, attempts, broadcasts, now);
    }

    /** Whether it is one of the attempts. */
    public boolean hasAttempt(Hash32 txHash) {
        return attempts.stream().anyMatch(attempt -> attempt.txHash().equals(txHash));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
