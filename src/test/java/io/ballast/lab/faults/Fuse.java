package io.ballast.lab.faults;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.wallet.Signer;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.SendOutcome;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ends an agent at a named step of its way to the outside: before or after it writes an entry, signs, sends, or asks for a head.
 * From then on every step ends it again, as if the process were gone; what is in files and on the chain stays. Used by one
 * thread.
 */
final class Fuse {
    private final String step;
    private int left;
    private boolean blown;

    private Fuse(String step, int left) {
        this.step = step;
        this.left = left;
    }

    /** Never. */
    static Fuse none() {
        return new Fuse("", 0);
    }

    /**
     * At the n-th time of a step.
     *
     * @param step {@code "before journal IntentSigned"}, {@code "after send"}, {@code "before sign"}, {@code "before head"}
     */
    static Fuse at(String step, int nth) {
        return new Fuse(step, nth);
    }

    boolean blown() {
        return blown;
    }

    void pass(String name) {
        if (!blown && name.equals(step) && --left == 0) {
            blown = true;
        }
        if (blown) {
            throw new Crash(name);
        }
    }

    private <T> T around(String name, Supplier<T> action) {
        pass("before " + name);
        T result = action.get();
        pass("after " + name);
        return result;
    }

    Signer guard(Signer signer) {
        return new Signer() {
            @Override
            public io.ballast.base.units.Address address() {
                return signer.address();
            }

            @Override
            public io.ballast.act.wallet.SignedTransaction sign(io.ballast.act.wallet.UnsignedTransaction transaction) {
                return around("sign", () -> signer.sign(transaction));
            }
        };
    }

    ChainSubmitter guard(ChainSubmitter submitter) {
        return new ChainSubmitter() {
            @Override
            public SendOutcome send(Bytes raw) {
                return around("send", () -> submitter.send(raw));
            }
        };
    }

    Journal guard(Journal journal) {
        return new GuardedJournal(journal);
    }

    private final class GuardedJournal implements Journal {
        private final Journal real;

        GuardedJournal(Journal real) {
            this.real = real;
        }

        @Override
        public JournalEntry append(JournalEvent event) {
            return around("journal " + event.getClass().getSimpleName(), () -> real.append(event));
        }

        @Override
        public Stream<JournalEntry> read(long fromSeq) {
            return real.read(fromSeq);
        }

        @Override
        public Optional<JournalEntry> last(Class<? extends JournalEvent> type) {
            return real.last(type);
        }

        @Override
        public Optional<JournalEntry> last() {
            return real.last();
        }

        @Override
        public JournalCheck verify() {
            return real.verify();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
