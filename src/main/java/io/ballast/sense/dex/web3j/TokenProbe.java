package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.TokenConduct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds out at one block how a token behaves, without a key and without a trace: code of our own ({@code TokenProbe.sol}) stands in
 * for a pool that holds the token, sends a thousandth of it to an unused address and has it sent back. Tokens that keep shares are
 * told by the functions they answer, or by the rounding of the transfer. Immutable and thread-safe.
 */
public final class TokenProbe {
    /** Last 20 bytes of a hash: an address at which nobody can have put a contract. */
    static final Address RECEIVER = Address.of(Arrays.copyOfRange(
            Keccak256.digest("io.ballast.sense.dex.TokenProbe".getBytes(StandardCharsets.US_ASCII)), 12, 32));

    private static final int MOVE = 4 * 32;
    private static final int REVERTED = 1;
    private static final int SAID_NO = 2;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    /** Rounding to shares loses a unit or two of an amount of many; a fee loses more. */
    private static final BigInteger SHARE_ROUNDING = BigInteger.TWO;

    private static final BigInteger MANY = BigInteger.valueOf(1_000_000);
    private static final List<String> SHARES = List.of("sharesOf", "scaledBalanceOf");

    private final ChainReader chain;
    private final Bytes code;

    public TokenProbe(ChainReader chain) {
        this.chain = chain;
        this.code = code();
    }

    /**
     * How a token behaves toward one holder of it, best a pool.
     *
     * @throws ChainException if the node gives no usable answer
     */
    public TokenConduct conduct(Hash32 at, Token token, Address holder) {
        List<CallResult> answers = chain.call(
                at,
                List.of(
                        new EthCall(
                                Address.ZERO,
                                holder,
                                Abi.call("probe", Abi.address(token.address()), Abi.address(RECEIVER)),
                                Map.of(holder, code, RECEIVER, code)),
                        EthCall.to(token.address(), Abi.call(SHARES.get(0), Abi.address(holder))),
                        EthCall.to(token.address(), Abi.call(SHARES.get(1), Abi.address(holder)))));
        TokenConduct moved = moved(token, answers.get(0));
        for (int i = 0; i < SHARES.size(); i++) {
            if (moved.isTrusted() && isPositive(answers.get(i + 1))) {
                return new TokenConduct.Rebases("it keeps shares (" + SHARES.get(i) + ")");
            }
        }
        return moved;
    }

    private static boolean isPositive(CallResult answer) {
        return answer instanceof CallResult.Returned r
                && r.data().size() == 32
                && new BigInteger(1, r.data().toArray()).signum() > 0;
    }

    private static TokenConduct moved(Token token, CallResult answer) {
        return switch (answer) {
            case CallResult.Reverted r -> new TokenConduct.Refuses("its balances cannot be read: " + r.message());
            case CallResult.Returned r -> moved(new Words("probe of token " + token, r.data()).exactly(8));
        };
    }

    private static TokenConduct moved(Words words) {
        if (words.unsigned(0, 32).signum() == 0) {
            return new TokenConduct.Unknown("the pool holds none of it");
        }
        TokenConduct out = leg(words, 0, "out of the pool");
        return out.isTrusted() ? leg(words, MOVE, "back into the pool") : out;
    }

    /** One transfer: asked, left, arrived, status. */
    private static TokenConduct leg(Words words, int at, String way) {
        int status = words.integer(at + 96);
        if (status == REVERTED) {
            return new TokenConduct.Refuses("a transfer " + way + " reverts");
        }
        BigInteger paid = words.unsigned(at, 32).max(words.unsigned(at + 32, 32));
        BigInteger arrived = words.unsigned(at + 64, 32);
        if (arrived.signum() == 0) {
            return new TokenConduct.Refuses("nothing of a transfer " + way + " arrives");
        }
        if (status == SAID_NO) {
            return new TokenConduct.Refuses("a transfer " + way + " is said to have failed");
        }
        return difference(paid, arrived);
    }

    private static TokenConduct difference(BigInteger paid, BigInteger arrived) {
        BigInteger lost = paid.subtract(arrived);
        if (lost.signum() == 0) {
            return new TokenConduct.Plain();
        }
        if (lost.signum() < 0) {
            return new TokenConduct.Rebases("more arrives than was sent");
        }
        if (lost.compareTo(SHARE_ROUNDING) <= 0 && paid.compareTo(MANY) > 0) {
            return new TokenConduct.Rebases("a transfer is rounded, as of shares");
        }
        BigInteger[] bps = lost.multiply(WHOLE).divideAndRemainder(paid);
        return new TokenConduct.TakesFee(new Bps(bps[0].intValueExact() + (bps[1].signum() > 0 ? 1 : 0)));
    }

    private static Bytes code() {
        try (InputStream in = TokenProbe.class.getResourceAsStream("TokenProbe.hex")) {
            if (in == null) {
                throw new IllegalStateException("TokenProbe.hex is missing from the class path");
            }
            return Bytes.parse("0x" + new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
