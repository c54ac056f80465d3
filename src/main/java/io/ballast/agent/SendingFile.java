package io.ballast.agent;

import io.ballast.base.config.Blocks;
import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Endpoint;
import io.ballast.base.config.Key;
import java.util.List;
import java.util.Optional;

/** How transactions get into a block. */
public record SendingFile(
        @Key("Relays that show swaps to producers of blocks alone; only where the chain has a public pool.")
        Optional<RelayFile> relay,

        @Key(value = "Blocks without inclusion after which more is offered, where that helps.", defaultsTo = "3 blocks")
        Blocks raiseAfter,

        @Key(value = "How often more is offered for one transaction; 0 means never.", defaultsTo = "4", max = 20)
        int maxRaises,

        @Key(
                value = "How many times the first offer one transaction may cost at the most.",
                defaultsTo = "5",
                min = 1,
                max = 20)
        int maxRaiseFactor,

        @Key(
                value = "How often a swap that failed is tried again within its decision, for the same least amount or"
                        + " more; 0 means never.",
                defaultsTo = "0",
                max = 5)
        int retries)
        implements Checked {

    /** Private ways to the producers of blocks. */
    public record RelayFile(
            @Key(value = "Relays that take eth_sendRawTransaction; each swap goes to all of them.", required = true)
            List<Endpoint> urls,

            @Key(
                    value =
                            "Blocks after which relays have given a swap up and everybody is shown it; Flashbots tries 25.",
                    defaultsTo = "30 blocks")
            Blocks publicAfter)
            implements Checked {
        @Override
        public void check(Check check) {
            if (urls.isEmpty() && check.clean("urls")) {
                check.problem("urls", "is an empty list, expected at least one relay");
            }
            for (int i = 0; i < urls.size(); i++) {
                if (urls.get(i).isSocket()) {
                    check.problem("urls[" + i + "]", "is a websocket, expected an address with https");
                }
            }
            if (publicAfter.count() == 0) {
                check.problem("public_after", "is zero, so everybody would be shown everything at once");
            }
        }
    }

    @Override
    public void check(Check check) {
        if (raiseAfter.count() == 0) {
            check.problem("raise_after", "is zero, expected at least one block");
        }
    }
}
