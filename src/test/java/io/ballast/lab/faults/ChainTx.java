package io.ballast.lab.faults;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One mined transaction of the account, as the chain tells it.
 *
 * @param fee coins paid
 * @param transfers ERC-20 events in the order of the logs
 * @param prices dollars per whole token, by the feeds at its block
 */
record ChainTx(
        Hash32 hash,
        long nonce,
        long block,
        Instant time,
        Address to,
        Bytes data,
        boolean succeeded,
        Wei fee,
        List<Moved> transfers,
        Map<Token, BigDecimal> prices) {
    /** An ERC-20 transfer. */
    record Moved(Address token, Address from, Address to, BigInteger raw) {}

    /** What the account's balance of a token gained; negative if it lost. */
    BigInteger gained(Token token, Address account) {
        return transfers.stream()
                .filter(moved -> moved.token().equals(token.address()))
                .map(moved -> {
                    BigInteger in = moved.to().equals(account) ? moved.raw() : BigInteger.ZERO;
                    return moved.from().equals(account) ? in.subtract(moved.raw()) : in;
                })
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Value of what left the account. */
    Usd paid(Address account) {
        return worth(account, -1);
    }

    /** Value of what arrived. */
    Usd received(Address account) {
        return worth(account, 1);
    }

    private Usd worth(Address account, int sign) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Token, BigDecimal> price : prices.entrySet()) {
            BigInteger gain = gained(price.getKey(), account);
            if (gain.signum() == sign) {
                BigDecimal whole = new BigDecimal(gain.abs(), price.getKey().decimals());
                sum = sum.add(whole.multiply(price.getValue()));
            }
        }
        return Usd.of(sum);
    }
}
