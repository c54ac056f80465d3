package io.ballast.app.cli.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;

/**
 * Catches the first Ctrl-C (INT) or TERM, so that work in hand can be finished; a second one ends the process as usual. By
 * reflection, since the JDK's class for it is open to all but part of no standard.
 */
public final class Signals {
    private final CompletableFuture<String> first = new CompletableFuture<>();

    private Signals() {}

    /** From now on. Where the JDK cannot, signals keep ending the process. */
    public static Signals caught() {
        Signals signals = new Signals();
        signals.handle("INT");
        signals.handle("TERM");
        return signals;
    }

    /** Completed with {@code INT} or {@code TERM}, once. */
    public CompletableFuture<String> first() {
        return first;
    }

    /** Runs this at each USR1, on a thread of its own. Where the JDK cannot, the signal keeps its usual effect: the process ends. */
    public static void onUser1(Runnable action) {
        new Signals().handle("USR1", false, action);
    }

    private void handle(String name) {
        handle(name, true, () -> first.complete(name));
    }

    private void handle(String name, boolean once, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object usual = handler.getField("SIG_DFL").get(null);
            Object number = signal.getConstructor(String.class).newInstance(name);
            var install = signal.getMethod("handle", signal, handler);
            Object ours = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            if (once) {
                                install.invoke(null, number, usual);
                            }
                            action.run();
                        }
                        return null;
                    });
            install.invoke(null, number, ours);
        } catch (ClassNotFoundException
                | NoSuchFieldException
                | NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            // The signal keeps its usual effect: the process ends, and the journal lets the next one go on.
            first.getNow("");
        }
    }
}
