package io.ballast.sense.chain.proxy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * One thing that goes wrong between the agent and its node. Faults form a chain: each may change the question, ask what is
 * behind it none or several times, and change the answer. Thread-safe.
 */
@FunctionalInterface
public interface Fault {
    /**
     * Answers a question.
     *
     * @param behind the next fault of the chain, at its end the node
     */
    Reply answer(Ask ask, Behind behind);

    /** What stands behind a fault. */
    @FunctionalInterface
    interface Behind {
        Reply ask(Ask ask);
    }

    /** Only while the condition holds. */
    default Fault during(BooleanSupplier condition) {
        return (ask, behind) -> condition.getAsBoolean() ? answer(ask, behind) : behind.ask(ask);
    }

    /** Only where one of these methods is asked. */
    default Fault onlyFor(String... methods) {
        return (ask, behind) -> ask.asks(methods) ? answer(ask, behind) : behind.ask(ask);
    }

    /** Everywhere but where one of these methods is asked. */
    default Fault sparing(String... methods) {
        return (ask, behind) -> ask.asks(methods) ? behind.ask(ask) : answer(ask, behind);
    }

    /** The first {@code count} times; then all is well. */
    default Fault times(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return during(() -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0);
    }

    /** Not the first {@code count} times. */
    default Fault after(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return during(() -> left.getAndUpdate(n -> Math.max(0, n - 1)) == 0);
    }

    /** One after the other, request by request, as behind a provider that spreads its load. */
    static Fault inTurn(Fault... faults) {
        AtomicInteger next = new AtomicInteger();
        return (ask, behind) -> faults[Math.floorMod(next.getAndIncrement(), faults.length)].answer(ask, behind);
    }

    /** All is well. */
    static Fault none() {
        return (ask, behind) -> behind.ask(ask);
    }

    /** Changes questions on their way to the node. */
    static Fault question(UnaryOperator<Ask> change) {
        return (ask, behind) -> behind.ask(change.apply(ask));
    }

    /** Changes whole replies on their way back. */
    static Fault reply(UnaryOperator<Reply> change) {
        return (ask, behind) -> change.apply(behind.ask(ask));
    }
}
