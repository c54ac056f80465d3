package io.ballast.lab.faults;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Does something of the test's just before, or around, an entry. */
final class JournalHook {
    private JournalHook() {}

    /** Before every entry; what it throws keeps the entry from being written. */
    static Journal before(Journal real, Consumer<JournalEvent> hook) {
        return hooked(real, hook, event -> {});
    }

    /** With {@code "before"} and {@code "after"} around the n-th entry of a kind. */
    static Journal around(Journal real, Class<? extends JournalEvent> kind, int nth, Consumer<String> hook) {
        int[] seen = {0};
        return hooked(
                real,
                event -> {
                    if (kind.isInstance(event) && ++seen[0] == nth) {
                        hook.accept("before");
                    }
                },
                event -> {
                    if (kind.isInstance(event) && seen[0] == nth) {
                        hook.accept("after");
                    }
                });
    }

    private static Journal hooked(Journal real, Consumer<JournalEvent> before, Consumer<JournalEvent> after) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (self, called, arguments) -> {
                    boolean appends = called.getName().equals("append");
                    if (appends) {
                        before.accept((JournalEvent) arguments[0]);
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (appends) {
                            after.accept((JournalEvent) arguments[0]);
                        }
                    }
                });
    }
}
