package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Uint32;

/** Calldata and answers of the oracle in a concentrated pool of Uniswap V3 and its forks ({@code observe}). */
public final class OracleCalls {
    private static final int OLDER = 128;
    private static final int LEAST_WORDS = 6;

    private OracleCalls() {}

    /** Asks for the running totals of so many seconds ago and of now. */
    public static Bytes observe(long seconds) {
        return Abi.call("observe", new DynamicArray<>(Uint32.class, List.of(new Uint32(seconds), new Uint32(0))));
    }

    /**
     * Mean tick over that time, rounded down like the contracts' own library.
     *
     * @param what named in errors
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED if the answer holds no two totals
     */
    public static int meanTick(String what, Bytes answer, long seconds) {
        Words words = new Words(what, answer);
        if (words.size() < LEAST_WORDS * 32 || words.integer(0) != 64 || words.integer(64) != 2) {
            throw words.malformed("it holds no two totals");
        }
        BigInteger difference = words.sint(OLDER, 56).subtract(words.sint(OLDER - 32, 56));
        BigInteger[] parts = difference.divideAndRemainder(BigInteger.valueOf(seconds));
        int mean = parts[0].intValueExact();
        return parts[1].signum() < 0 ? mean - 1 : mean;
    }
}
