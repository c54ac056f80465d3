package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.SendOutcome.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What nodes write when they refuse a transaction. A text that is not listed here is nobody's refusal. The texts are those that
 * the clients publish: go-ethereum 1.13 to 1.16 (core/error.go, core/txpool/errors.go, internal/ethapi), Nethermind from 1.25
 * (AcceptTxResult, TxPoolErrorMessages, TxErrorMessages), Besu from 24 (RpcErrorType, GethCompatibleTransactionErrors), Erigon 2
 * and 3 (txpoolcfg.DiscardReason), Reth 1 (RpcPoolError, RpcInvalidTransactionError), Nitro 3 (execution/gethexec, its
 * go-ethereum), anvil 1 and the OpenEthereum family. Words of blobs and delegations are left out: we send none.
 */
final class SendErrors {
    // The first that fits counts: what says more stands before what says less.
    private static final List<Row> ROWS = List.of(
            // Holds the words of a low fee, but says that the pool has no room.
            new Row(Reason.POOL_FULL, "feetoolowtocompete"),
            // Hold the words of a nonce, of intrinsic gas and of a low fee.
            new Row(Reason.INVALID, "nonce exceeds max nonce"),
            new Row(Reason.EXCEEDS_BLOCK_GAS, "intrinsic gas too high"),
            new Row(Reason.NONCE_TOO_LOW, "nonce (is )?too low|oldnonce|nonce .*already used"),
            new Row(
                    Reason.NONCE_TOO_HIGH,
                    "nonce (is )?too high|noncegap|nonce ?too ?far ?in ?future|nonce is too distant"
                            + "|gapped-nonce|lower nonce exists|delegation nonce gap"),
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
                            + "|below configured minimum gas price|priority fee (too low|below minimum)"),
            new Row(Reason.INSUFFICIENT_FUNDS, "insufficient ?funds|upfront cost exceeds account balance|overshot"),
            new Row(
                    Reason.INTRINSIC_GAS,
                    "intrinsic ?gas|intrinsicgastoolow|floor data gas cost|transaction gas is too low"),
            new Row(
                    Reason.EXCEEDS_BLOCK_GAS,
                    "exceeds block gas limit|gaslimitexceeded|gas limit (is )?too high|exceeds current block gas limit"
                            + "|gas limit reached|exceeds max transaction gas limit|txgaslimitcapexceeded"),
            new Row(
                    Reason.FEE_CAP_EXCEEDED,
                    "exceeds the configured cap|transaction fee cap exceeded|exceeds the configured fee cap"),
            new Row(
                    Reason.POOL_FULL,
                    "txpool is full|pool is full|pool full|too many transactions in the queue|account limit exceeded"
                            + "|already reserved|in-flight transaction limit|tries to replace pending"
                            + "|delegatorhaspendingtx|delegation authority has pending|pendingtxsofconflictingtype"
                            + "|pending transaction type conflict|spammer"
                            + "|too large for sender"),
            new Row(
                    Reason.NOT_READY,
                    "sequencer temporarily not available|please retry transaction|currently not accepting transactions"
                            + "|sender is not on the whitelist|^syncing|node is syncing|initial sync is still in progress"
                            + "|transaction pool not enabled|not authorized to send transactions"),
            new Row(
                    Reason.INVALID,
                    "invalid sender|invalid chain ?id|wrong ?chain ?id|chainid (not supported|is required)"
                            + "|invalidtx(chainid|signature|type)|invalid (transaction )?signature"
                            + "|invalid transaction (v, r, s|type)|failed ?to ?(resolve|recover) ?sender"
                            + "|failed to decode signed transaction|transaction invalid|marked the transaction as invalid"
                            + "|priority fee per gas (higher than|exceeds) max fee|invalidmaxpriorityfeepergas"
                            + "|oversized data|maxtxsizeexceeded|exceeds max transaction size|rlptoolong|transaction too large"
                            + "|transaction type not supported|unsupported transaction type|notsupportedtxtype"
                            + "|this transaction type is not activated|gas ?uint(64)? ?overflow|negative value"
                            + "|nonce has max value|int256overflow|transaction cost overflow|sender not an eoa"
                            + "|senderiscontract|sender is not an eoa"));

    private static final Pattern KNOWN =
            Pattern.compile("already ?known|known transaction|already imported|already in (the )?(mem|tx)?pool"
                    + "|existing txn? with same hash");

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
