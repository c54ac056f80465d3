package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.SendOutcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What nodes write when they refuse a transaction. A text that is not listed here is nobody's refusal. */
final class SendErrors {
    // go-ethereum, Erigon, Reth, Nitro: "already known"; Nethermind: "AlreadyKnown"; Besu: "Known transaction"; anvil
    // and
    // the OpenEthereum family: "… already imported".
    private static final Pattern KNOWN =
            Pattern.compile("already ?known|known transaction|already imported|already in (the )?(mem|tx)?pool");
    private static final Map<SendOutcome.Reason, Pattern> REFUSALS = refusals();

    private SendErrors() {}

    static boolean alreadyKnown(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return KNOWN.matcher(text).find() && !text.contains("unknown transaction");
    }

    static Optional<SendOutcome.Reason> refusal(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return REFUSALS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<SendOutcome.Reason, Pattern> refusals() {
        Map<SendOutcome.Reason, Pattern> texts = new LinkedHashMap<>();
        texts.put(
                SendOutcome.Reason.NONCE_TOO_LOW,
                Pattern.compile("nonce (is )?too low|oldnonce|ownnoncealreadyused|nonce .*already used"));
        texts.put(
                SendOutcome.Reason.FEE_BELOW_BASE,
                Pattern.compile(
                        "(less|lower) than (the )?(current )?(block )?base ?fee|below (the )?(block )?base ?fee"));
        texts.put(
                SendOutcome.Reason.UNDERPRICED,
                Pattern.compile("underpriced|feetoolow|fee too low|replacementnotallowed|could not replace existing tx"
                        + "|gas price (supplied is|is)? ?too low|below configured minimum gas price"));
        texts.put(
                SendOutcome.Reason.INSUFFICIENT_FUNDS,
                Pattern.compile("insufficient ?funds|upfront cost exceeds account balance"));
        texts.put(
                SendOutcome.Reason.INTRINSIC_GAS,
                Pattern.compile("intrinsic ?gas (too low|exceeds gas limit|cost)|intrinsicgastoolow"
                        + "|floor data gas cost|transaction gas is too low|gas limit below intrinsic"));
        return texts;
    }
}
