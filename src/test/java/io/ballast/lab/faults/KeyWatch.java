package io.ballast.lab.faults;

import io.ballast.sense.chain.proxy.Ask;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Reply;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks for the key in everything the agent says to a node. */
final class KeyWatch implements Fault {
    private final String key;
    private final AtomicBoolean seen = new AtomicBoolean();

    KeyWatch(String key) {
        this.key = key;
    }

    boolean seen() {
        return seen.get();
    }

    @Override
    public Reply answer(Ask ask, Behind behind) {
        if (ask.body().toString().toLowerCase(Locale.ROOT).contains(key)) {
            seen.set(true);
        }
        return behind.ask(ask);
    }
}
