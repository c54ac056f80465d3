package io.ballast.lab.faults;

import io.ballast.sense.chain.ChainReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Runs something of the test's just before the agent asks the chain a question. */
final class ReaderHook {
    private ReaderHook() {}

    /** @param method of {@link ChainReader} before which the hook runs, each time */
    static ChainReader before(ChainReader reader, String method, Runnable hook) {
        return (ChainReader) Proxy.newProxyInstance(
                ChainReader.class.getClassLoader(), new Class<?>[] {ChainReader.class}, (self, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        hook.run();
                    }
                    try {
                        return called.invoke(reader, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
