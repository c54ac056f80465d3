package io.ballast.act.execution;

import io.ballast.act.wallet.Signer;
import io.ballast.sense.chain.ChainSubmitter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the agent at once, from any thread and from outside the process: it is asked immediately before every signature and
 * every send, so nothing has to come round first, neither the decision loop nor a node. Engaged while its file beside the
 * journal exists, whatever the file holds, and from the first look at it until a person releases it. What takes an allowance or
 * a nonce back stays possible. Thread-safe.
 */
public final class KillSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);
    private final KillFile file;
    private final InstantSource clock;
    private final boolean heedsFile;
    private final AtomicReference<Optional<String>> engaged = new AtomicReference<>(Optional.empty());

    private KillSwitch(KillFile file, InstantSource clock, boolean heedsFile) {
        this.file = file;
        this.clock = clock;
        this.heedsFile = heedsFile;
    }

    /** The switch of the agent that writes this journal: the same in every process. */
    public static KillSwitch of(Path journal, InstantSource clock) {
        return new KillSwitch(new KillFile(fileOf(journal)), clock, true);
    }

    /**
     * The same for a person who acts with their own hands while the agent is stopped: the file stays and stops everybody else, and
     * only {@link #engage} of this object stops this one.
     */
    public static KillSwitch inSpiteOf(Path journal, InstantSource clock) {
        return new KillSwitch(new KillFile(fileOf(journal)), clock, false);
    }

    /** The file whose existence stops the agent of a journal. */
    public static Path fileOf(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".halt");
    }

    /** Why nothing may be signed or sent; empty if it may. Costs one look at the file. */
    public Optional<String> stopped() {
        Optional<String> known = engaged.get();
        return known.isPresent() || !heedsFile ? known : latched(file.read());
    }

    /**
     * Stops, in this process before anything else and for later ones before this returns. An earlier reason is kept.
     *
     * @throws java.io.UncheckedIOException if the file could not be made durable: this process is stopped all the same
     */
    public void engage(String reason) {
        latched(Optional.of(reason));
        if (!file.exists()) {
            LOG.error("stopped: {}", reason);
            file.write(clock.instant() + " " + reason);
        }
    }

    /**
     * Lets signatures pass again; the risk gate may still be halted.
     *
     * @throws java.io.UncheckedIOException if the file cannot be removed; nothing is released then
     */
    public void release() {
        file.remove();
        engaged.set(Optional.empty());
    }

    /** The signer, asked only while this switch is not engaged. */
    public Signer guard(Signer signer) {
        return new StoppableSigner(signer, this);
    }

    /** The way to the nodes, open only while this switch is not engaged. */
    public ChainSubmitter guard(ChainSubmitter submitter) {
        return new StoppableSubmitter(submitter, this);
    }

    private Optional<String> latched(Optional<String> reason) {
        if (reason.isPresent()) {
            engaged.compareAndSet(Optional.empty(), reason);
        }
        return engaged.get();
    }
}
