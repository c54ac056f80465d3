package io.ballast.act.wallet;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.util.Map;

/**
 * Tells transactions that only take something back: an allowance down to zero, or a nonce by sending nothing to oneself. They
 * stay possible when everything else is stopped.
 */
public final class TakeBack {
    private static final int WORD = 32;

    /** Which word of the arguments is the amount: {@code approve(address,uint256)}, and Permit2's of four arguments. */
    private static final Map<String, Integer> AMOUNT = Map.of("0x095ea7b3", 1, "0x87517c45", 2);

    private static final Map<String, Integer> ARGUMENTS = Map.of("0x095ea7b3", 2, "0x87517c45", 4);

    private TakeBack() {}

    /** Whether the transaction takes something back and does nothing else, sent by this account. */
    public static boolean is(UnsignedTransaction transaction, Address account) {
        return transaction.value().value().signum() == 0 && (cancels(transaction, account) || revokes(transaction));
    }

    private static boolean cancels(UnsignedTransaction transaction, Address account) {
        return transaction.to().equals(account) && transaction.data().size() == 0;
    }

    private static boolean revokes(UnsignedTransaction transaction) {
        Bytes data = transaction.data();
        if (data.size() < 4) {
            return false;
        }
        String selector = Bytes.of(data.slice(0, 4)).hex();
        Integer amount = AMOUNT.get(selector);
        return amount != null
                && data.size() == 4 + WORD * ARGUMENTS.getOrDefault(selector, 0)
                && isZero(data.slice(4 + WORD * amount, WORD));
    }

    private static boolean isZero(byte[] word) {
        for (byte b : word) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
