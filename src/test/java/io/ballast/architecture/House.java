package io.ballast.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/** The rooms in the order of the data, and the packages inside them. */
final class House {
    private static final String ROOT = "io.ballast.";

    /** A package may depend on itself, on its leaves, and on what stands before it. */
    static final List<String> ORDER = List.of(
            "base.units",
            "base.config",
            "base.metric",
            "sense.chain",
            "sense.dex",
            "sense.market",
            "think.portfolio",
            "think.feature",
            "think.action",
            "think.model",
            "think.strategy",
            "act.risk",
            "act.journal",
            "act.wallet",
            "act.execution",
            "agent",
            "lab.data",
            "lab.backtest",
            "lab.sweep",
            "lab.training",
            "lab.devnet",
            "lab.demo",
            "lab.bench",
            "app.server",
            "app.cli");

    private House() {}

    /** Position of a class's package in the order; empty for classes of others. */
    static Optional<Integer> position(JavaClass type) {
        return packageOf(type).map(ORDER::indexOf);
    }

    /** {@code sense.chain} for {@code io.ballast.sense.chain.web3j.HttpPool}. */
    static Optional<String> packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        String inside = name.substring(ROOT.length()) + ".";
        return ORDER.stream().filter(known -> inside.startsWith(known + ".")).findFirst();
    }

    /** {@code web3j} for {@code io.ballast.sense.chain.web3j}; empty where there is no leaf. */
    static String leafOf(JavaClass type) {
        String name = type.getPackageName();
        return packageOf(type)
                .map(known -> name.substring(Math.min(name.length(), ROOT.length() + known.length() + 1)))
                .orElse("");
    }
}
