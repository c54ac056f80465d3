package io.ballast.lab.sim;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader for which the router has the code that it had at first. */
final class OldCode {
    private static final byte[] BEFORE = print(new SimState(BigInteger.ZERO));
    private static final byte[] NOW = print(replaced());

    private final ChainReader chain;

    private OldCode(ChainReader chain) {
        this.chain = chain;
    }

    private static SimState replaced() {
        SimState state = new SimState(BigInteger.ZERO);
        state.replaceRouter();
        return state;
    }

    private static byte[] print(SimState state) {
        return Keccak256.digest(state.code(SimSetup.UNIVERSE.router()).toArray());
    }

    static ChainReader of(ChainReader chain) {
        OldCode old = new OldCode(chain);
        return (ChainReader) Proxy.newProxyInstance(
                OldCode.class.getClassLoader(),
                new Class<?>[] {ChainReader.class},
                (proxy, method, arguments) -> old.answer(method, arguments));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            Object answer = method.invoke(chain, arguments);
            return method.getName().equals("call") ? aged((List<?>) answer) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static List<CallResult> aged(List<?> answers) {
        return answers.stream()
                .map(answer -> answer instanceof CallResult.Returned(Bytes data)
                        ? new CallResult.Returned(Sabotage.replaced(data, NOW, BEFORE))
                        : (CallResult) answer)
                .toList();
    }
}
