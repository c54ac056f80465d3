package io.ballast.sense.chain.json;

import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.HeadFeed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every answer that its user gets from a chain, and every transaction it sends, while they pass. A question that failed
 * is recorded with its failure. Thread-safe.
 */
public final class ChainRecorder implements AutoCloseable {
    private final AnswerLog log;

    /**
     * @param file that is not there yet; compressed JSON lines
     * @param clock of the user, whose times are part of the recording
     */
    public ChainRecorder(Path file, InstantSource clock) {
        this.log = new AnswerLog(file, clock);
    }

    public ChainReader reader(ChainReader chain) {
        return recorded(ChainReader.class, chain);
    }

    public HeadFeed heads(HeadFeed heads) {
        return recorded(HeadFeed.class, heads);
    }

    public ChainSubmitter submitter(ChainSubmitter chain) {
        return recorded(ChainSubmitter.class, chain);
    }

    /** Says that a decision begins, which a replay makes again at this place. */
    public void cycle() {
        log.mark("cycle");
    }

    /**
     * Ends the recording.
     *
     * @return SHA-256 of its lines
     */
    public Hash32 end() {
        return log.end();
    }

    /** Lets go of the file; a recording that was not ended is refused when it is read. */
    @Override
    public void close() {
        log.close();
    }

    private <T> T recorded(Class<T> port, T behind) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> method.getDeclaringClass() == port
                        ? asked(behind, method, arguments)
                        : method.invoke(behind, arguments)));
    }

    private @Nullable Object asked(Object behind, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getReturnType() == void.class) {
            return method.invoke(behind, arguments);
        }
        try {
            Object answer = method.invoke(behind, arguments);
            log.asked(method.getName(), ChainJson.question(arguments), "a", ChainJson.answer(answer));
            return answer;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ChainException failure) {
                log.asked(
                        method.getName(),
                        ChainJson.question(arguments),
                        "e",
                        ChainJson.answer(Map.of("kind", failure.kind(), "message", failure.getMessage())));
            }
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
