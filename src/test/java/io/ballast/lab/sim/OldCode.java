package io.ballast.lab.sim;

import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader that answers a question by lent code as it did the first time. */
final class OldCode {
    private final ChainReader chain;
    private final Map<EthCall, CallResult> first = new HashMap<>();

    private OldCode(ChainReader chain) {
        this.chain = chain;
    }

    static ChainReader of(ChainReader chain) {
        OldCode old = new OldCode(chain);
        return (ChainReader) Proxy.newProxyInstance(
                OldCode.class.getClassLoader(), new Class<?>[] {ChainReader.class}, (proxy, method, arguments) -> old
                        .answer(method, arguments));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            Object answer = method.invoke(chain, arguments);
            return method.getName().equals("call") && arguments != null && arguments[1] instanceof List<?> calls
                    ? aged(calls, (List<?>) answer)
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private List<CallResult> aged(List<?> calls, List<?> answers) {
        return java.util.stream.IntStream.range(0, calls.size())
                .mapToObj(i -> aged((EthCall) calls.get(i), (CallResult) answers.get(i)))
                .toList();
    }

    private CallResult aged(EthCall call, CallResult answer) {
        boolean code = call.to().equals(SimSetup.UNIVERSE.multicall())
                && !call.codeOverrides().isEmpty();
        return code ? first.computeIfAbsent(call, unknown -> answer) : answer;
    }
}
