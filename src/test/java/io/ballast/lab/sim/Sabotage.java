package io.ballast.lab.sim;

import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.TradingState;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.agent.Surroundings;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.SendOutcome;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Agents that do what no agent may, made by breaking one port: each must be noticed. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists that nobody changes
enum Sabotage implements UnaryOperator<SimWorld.Ports> {
    /** Every swap is sent a second time, at the next nonce. */
    SENDS_TWICE("I1") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            ChainSubmitter honest = ports.surroundings().submitter();
            return with(ports, raw -> {
                SendOutcome outcome = honest.send(raw);
                SimTx tx = SimTx.of(raw);
                if (SimOrder.of(tx.data()).isPresent()) {
                    honest.send(again(tx).raw());
                }
                return outcome;
            });
        }
    },
    /** What was signed is not on the disk. */
    FORGETS_SIGNATURES("I10") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return new SimWorld.Ports(ports.surroundings(), ports.signer(), new Forgetful(ports));
        }
    },
    /** The swap pays somebody else. */
    PAYS_A_STRANGER("I2", "I12") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return signing(ports, data -> replaced(data, SimSetup.OWNER, SimSetup.STRANGER));
        }
    },
    /** The swap accepts anything. */
    ACCEPTS_ANYTHING("I2") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return signing(ports, Sabotage::withoutMinimum);
        }
    },
    /** The swap lives for ever. */
    HAS_NO_DEADLINE("I2") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return signing(
                    ports, data -> SimOrder.of(data).isPresent() ? word(data, 4, BigInteger.ONE.shiftLeft(40)) : data);
        }
    },
    /** Every approval is for everything. */
    ALLOWS_EVERYTHING("I4") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return signing(ports, data -> data.size() == APPROVAL ? word(data, 36, BigInteger.TEN.pow(30)) : data);
        }
    },
    /** Approvals name another spender. */
    ALLOWS_A_STRANGER("I4") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return signing(
                    ports,
                    data -> data.size() == APPROVAL
                            ? replaced(data, SimSetup.UNIVERSE.router(), SimSetup.STRANGER)
                            : data);
        }
    },
    /** Halts are forgotten at once. */
    FORGETS_HALTS(Set.of(Fault.KEY_USED), "I8") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return new SimWorld.Ports(ports.surroundings(), ports.signer(), new Careless(ports.journal()));
        }
    },
    /** The code that contracts had at first is all that is ever read. */
    SEES_OLD_CODE(Set.of(Fault.CODE_CHANGED), "I6") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            return with(
                    ports,
                    OldCode.of(ports.surroundings().chain()),
                    ports.surroundings().clock());
        }
    },
    /** The clock stands still, and with it the sense of how long nothing was decided. */
    HAS_NO_SENSE_OF_TIME("I11") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            Instant last = ports.surroundings().clock().instant();
            return with(ports, ports.surroundings().chain(), () -> last);
        }
    },
    /** No node answers, ever. */
    IS_BLIND("I9") {
        @Override
        public SimWorld.Ports apply(SimWorld.Ports ports) {
            Surroundings world = ports.surroundings();
            return new SimWorld.Ports(
                    new Surroundings(world.chain(), world.submitter(), world.heads(), world.clock(), world.nanos()),
                    new Signer() {
                        @Override
                        public Address address() {
                            throw new ChainException(ChainException.Kind.UNAVAILABLE, "blind");
                        }

                        @Override
                        public SignedTransaction sign(UnsignedTransaction transaction) {
                            throw new ChainException(ChainException.Kind.UNAVAILABLE, "blind");
                        }
                    },
                    ports.journal());
        }
    };

    private static final int APPROVAL = 68;
    private static final int MIN_OUT = 4 + 5 * 32 + 4 + 5 * 32;
    private final Set<Fault> provoked;
    private final List<String> breaks;

    Sabotage(String... breaks) {
        this(Set.of(), breaks);
    }

    Sabotage(Set<Fault> provoked, String... breaks) {
        this.provoked = provoked;
        this.breaks = List.of(breaks);
    }

    /** What must happen for it to be noticed. */
    Set<Fault> provoked() {
        return provoked;
    }

    /** The invariants that do not hold any more. */
    List<String> breaks() {
        return breaks;
    }

    private static SimTx again(SimTx tx) {
        return new SimTx(tx.nonce() + 1, tx.to(), tx.value(), tx.gasLimit(), tx.maxFee(), tx.maxTip(), tx.data());
    }

    private static SimWorld.Ports with(SimWorld.Ports ports, ChainSubmitter submitter) {
        Surroundings world = ports.surroundings();
        return new SimWorld.Ports(
                new Surroundings(world.chain(), submitter, world.relays(), world.heads(), world.clock(), world.nanos()),
                ports.signer(),
                ports.journal());
    }

    private static SimWorld.Ports signing(SimWorld.Ports ports, UnaryOperator<Bytes> change) {
        return new SimWorld.Ports(ports.surroundings(), new Forger(ports.signer(), change), ports.journal());
    }

    private static Bytes withoutMinimum(Bytes data) {
        return SimOrder.of(data).filter(order -> order.parts().size() == 1).isPresent()
                ? word(data, MIN_OUT, BigInteger.ONE)
                : data;
    }

    private static Bytes word(Bytes data, int at, BigInteger value) {
        byte[] changed = data.toArray();
        System.arraycopy(Wire.number(value, 32), 0, changed, at, 32);
        return Bytes.of(changed);
    }

    static Bytes replaced(Bytes data, Address from, Address to) {
        return replaced(data, from.bytes(), to.bytes());
    }

    /** All that is like the one as the other, which is as long. */
    static Bytes replaced(Bytes data, byte[] old, byte[] other) {
        byte[] changed = data.toArray();
        for (int at = 0; at + old.length <= changed.length; at++) {
            if (Arrays.equals(changed, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(other, 0, changed, at, old.length);
            }
        }
        return Bytes.of(changed);
    }

    /** Signs something else than it was given. */
    private record Forger(Signer honest, UnaryOperator<Bytes> change) implements Signer {
        @Override
        public Address address() {
            return honest.address();
        }

        @Override
        public SignedTransaction sign(UnsignedTransaction asked) {
            return honest.sign(new UnsignedTransaction(
                    asked.chainId(),
                    asked.nonce(),
                    asked.to(),
                    asked.value(),
                    change.apply(asked.data()),
                    asked.gasLimit(),
                    asked.maxFee(),
                    asked.maxTip()));
        }
    }

    private static SimWorld.Ports with(SimWorld.Ports ports, ChainReader chain, InstantSource clock) {
        Surroundings world = ports.surroundings();
        return new SimWorld.Ports(
                new Surroundings(chain, world.submitter(), world.relays(), world.heads(), clock, world.nanos()),
                ports.signer(),
                ports.journal());
    }

    /** Keeps signatures in memory only. */
    private static final class Forgetful extends ForwardingJournal {
        private final Journal memory;

        Forgetful(SimWorld.Ports ports) {
            super(ports.journal());
            this.memory = new MemoryJournal(ports.surroundings().clock());
        }

        @Override
        public JournalEntry append(JournalEvent event) {
            return event instanceof IntentSigned ? memory.append(event) : super.append(event);
        }
    }

    /** Writes that trading goes on whenever it stops. */
    private static final class Careless extends ForwardingJournal {
        Careless(Journal disk) {
            super(disk);
        }

        @Override
        public JournalEntry append(JournalEvent event) {
            return super.append(
                    event instanceof RiskChanged changed && changed.state().trading() == TradingState.HALTED
                            ? new RiskChanged(changed.state().resume(), changed.cause())
                            : event);
        }
    }
}
