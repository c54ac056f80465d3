package io.ballast.app.cli.check;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Sequencer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How the chain behaves, as far as it answered at the block of a market; that the height is right was proven by reading it. */
record ProfileCheck(MarketState market, Duration sequencerGrace) {

    List<CheckLine> lines() {
        return List.of(profile(), sequencer());
    }

    private CheckLine profile() {
        ChainProfile chain = market.universe().chain();
        String height = chain.blockNumber() == ChainProfile.BlockNumberSource.L1 ? "ArbSys" : "block.number";
        return CheckLine.ok(
                "profile",
                "height by " + height + " " + market.block().number() + ", data fee " + dataFee(chain) + ", final when "
                        + words(chain.finality()) + ", order by " + words(chain.ordering()) + ", "
                        + (chain.replaceable() ? "replaceable" : "not replaceable"));
    }

    private String dataFee(ChainProfile chain) {
        L1Charge l1 = market.conditions().l1();
        return switch (chain.l1Fee()) {
            case NONE -> "none";
            case INSIDE_GAS_LIMIT -> l1.gas() + " gas a swap (NodeInterface)";
            case OUTSIDE_GAS_LIMIT -> gwei(l1.fee()) + " gwei a swap on top (GasPriceOracle)";
        };
    }

    private static String gwei(Wei fee) {
        return fee.coins().movePointRight(9).stripTrailingZeros().toPlainString();
    }

    private CheckLine sequencer() {
        Sequencer sequencer = market.conditions().sequencer();
        return switch (sequencer) {
            case Sequencer.None() when market.universe().chain().isRollup() ->
                CheckLine.warn(
                        "sequencer",
                        "no uptime feed is pinned, so an outage goes unnoticed",
                        "pin sequencer_feed in the network file if the chain has one");
            case Sequencer.None() -> CheckLine.ok("sequencer", "the chain has none");
            default ->
                sequencer
                        .obstacle(market.block().timestamp(), sequencerGrace)
                        .map(why -> CheckLine.fail("sequencer", why, "nothing is traded until it was up for the grace"))
                        .orElseGet(() -> CheckLine.ok("sequencer", "up for longer than the grace"));
        };
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
