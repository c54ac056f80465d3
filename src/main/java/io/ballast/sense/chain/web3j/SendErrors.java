package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.SendOutcome.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What nodes write when they refuse a transaction. A text that is not listed here is nobody's refusal. The texts are those that
 * the clients publish: go-ethereum 1.13 to 1.16 (core/error.go, core/txpool/errors.go, internal/ethapi), Nethermind 1.25 to 1.32
 * (AcceptTxResult, TxErrorMessages), Besu 24 and 25 (RpcErrorType), Erigon 2 and 3 (txpoolcfg.DiscardReason), Reth 1
 * (RpcPoolError, RpcInvalidTransactionError), Nitro 3 (execution/gethexec, its go-ethereum), anvil 1 and the OpenEthereum
 * family.
 */
final class SendErrors {
    // The first that fits counts: what says more stands before what says less.
    private static final List<Row> ROWS = List.of(
            // Holds the words of a low fee, but says that the pool has no room.
            new Row(Reason.POOL_FULL, "feetoolowtocompete"),
            new Row(Reason.NONCE_TOO_LOW, "nonce (is )?too low|oldnonce|nonce .*already used"),
            new Row(
                    Reason.NONCE_TOO_HIGH,
                    "nonce (is )?too high|noncegap|noncetoofarinfuture|nonce is too distant"
                            + "|gapped-nonce|lower nonce exists"),
            new Row(
                    Reason.FEE_BELOW_BASE,
                    "(less|lower) than (the )?(current )?(block )?base ?fee|below (the )?(current )?(block )?base ?fee"),
            new Row(
                    Reason.REPLACEMENT_UNDERPRICED,
                    "replacement transaction underpriced|replacementnotallowed|could not replace existing tx"
                            + "|another transaction with same nonce"),
            new Row(
                    Reason.UNDERPRICED,
                    "underpriced|feetoolow|fee too low|gas price (supplied is|is)? ?too low"
                            + "|below configured minimum gas price|priority fee too low"),
            new Row(Reason.INSUFFICIENT_FUNDS, "insufficient ?funds|upfront cost exceeds account balance|overshot"),
            new Row(
                    Reason.INTRINSIC_GAS,
                    "intrinsic ?gas|intrinsicgastoolow|floor data gas cost|transaction gas is too low"),
            new Row(
                    Reason.EXCEEDS_BLOCK_GAS,
                    "exceeds block gas limit|gaslimitexceeded|gas limit (is )?too high|exceeds current block gas limit"
                            + "|gas limit reached"),
            new Row(
                    Reason.FEE_CAP_EXCEEDED,
                    "exceeds the configured cap|transaction fee cap exceeded|exceeds the configured fee cap"),
            new Row(
                    Reason.POOL_FULL,
                    "txpool is full|pool is full|pool full|too many transactions in the queue|account limit exceeded"
                            + "|already reserved|in-flight transaction limit|tries to replace pending"
                            + "|delegatorhaspendingtx|pendingtxsofconflictingtype|spammer"
                            + "|too large for sender"),
            new Row(
                    Reason.NOT_READY,
                    "sequencer temporarily not available|please retry transaction|^syncing|node is syncing"),
            new Row(
                    Reason.INVALID,
                    "invalid sender|invalid chain ?id|wrong ?chain ?id|invalid signature|invalid transaction v, r, s"
                            + "|failedtoresolvesender|priority fee per gas (higher than|exceeds) max fee"
                            + "|oversized data|maxtxsizeexceeded|exceeds max transaction size|rlptoolong"
                            + "|transaction type not supported|notsupportedtxtype|gas ?uint(64)? ?overflow"
                            + "|nonce has max value|int256overflow|sender not an eoa|senderiscontract"
                            + "|sender is not an eoa"));

    private static final Pattern KNOWN =
            Pattern.compile("already ?known|known transaction|already imported|already in (the )?(mem|tx)?pool"
                    + "|existing tx with same hash");

    private SendErrors() {}

    private record Row(Reason reason, Pattern words) {
        Row(Reason reason, String words) {
            this(reason, Pattern.compile(words));
        }
    }

    static boolean alreadyKnown(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return KNOWN.matcher(text).find() && !text.contains("unknown transaction");
    }

    static Optional<Reason> refusal(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return ROWS.stream()
                .filter(row -> row.words().matcher(text).find())
                .map(Row::reason)
                .findFirst();
    }
}
