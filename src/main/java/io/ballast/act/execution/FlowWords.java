package io.ballast.act.execution;

import io.ballast.act.journal.Flow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Flows in words, for people. */
public final class FlowWords {
    private FlowWords() {}

    /** One line. */
    public static String of(List<Flow> flows) {
        return flows.stream().map(FlowWords::of).collect(Collectors.joining(", "));
    }

    /** {@code quarantined 0.000001 USDC from 0x…}. */
    public static String of(Flow flow) {
        String tokens = flow.amount().signum() == 0
                ? ""
                : " " + number(new BigDecimal(flow.amount(), flow.token().decimals())) + " " + flow.token();
        String coins = flow.coins().signum() == 0 ? "" : " " + number(new BigDecimal(flow.coins(), 18)) + " coins";
        String way = flow.amount().signum() < 0 || flow.coins().signum() < 0 ? " to " : " from ";
        String other = flow.counterparty().map(account -> way + account).orElse("");
        return flow.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + tokens + coins + other;
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
