package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.web3j.Signers;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.SwapCalldata;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A signer with limits, and what it may be asked. */
final class SigningFixture {
    static final Signer KEY = Signers.first();
    static final Address ACCOUNT = KEY.address();
    static final Address VAULT = address(0x99);
    static final Address ROUTER = address(0x70);
    static final Address V2_ROUTER = address(0x71);
    static final Address UNIVERSAL = address(0x72);
    static final Address PERMIT2 = address(0x73);
    static final Address STRANGER = address(0x66);
    static final Token WETH = new Token(address(0x20), "WETH", 18);
    static final Token USDC = new Token(address(0x21), "USDC", 6);
    static final Token FAKE = new Token(address(0x22), "USDC", 6);
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final Instant SOON = NOW.plusSeconds(60);

    private SigningFixture() {}

    /** 1,000 USDC a transaction and 2,500 a day, 1 WETH and 2; 100 gwei, 500,000 gas, 0.05 coins and 0.2 a day. */
    static SigningLimits limits() {
        return new SigningLimits(
                31337,
                ACCOUNT,
                Optional.of(VAULT),
                Optional.of(WETH.address()),
                Optional.of(PERMIT2),
                Optional.of(ROUTER),
                Set.of(V2_ROUTER),
                Map.of(UNIVERSAL, UniversalRouterVersion.V2_1_0),
                Map.of(USDC.address(), limit(USDC, "1000", "2500"), WETH.address(), limit(WETH, "1", "2")),
                new SigningLimits.GasLimit(
                        gwei(100), 500_000, Wei.ofCoins(new BigDecimal("0.05")), Wei.ofCoins(new BigDecimal("0.2"))),
                Duration.ofMinutes(30));
    }

    private static SigningLimits.TokenLimit limit(Token token, String one, String day) {
        return new SigningLimits.TokenLimit(amount(token, one), amount(token, day));
    }

    static PolicySigner open(Path state, boolean fresh) {
        return PolicySigner.open(KEY, limits(), state, fresh, () -> NOW);
    }

    static UnsignedTransaction swap(long nonce, String usdc) {
        return call(nonce, ROUTER, swapData(usdc, "1", ACCOUNT, SOON, USDC, WETH));
    }

    static Bytes swapData(String in, String out, Address recipient, Instant deadline, Token from, Token to) {
        Hop hop = new Hop(PoolId.of(address(0x50)), Venue.UNISWAP_V3, 500, from, to);
        RoutePart part = new RoutePart(new Route(List.of(hop)), amount(from, in), amount(to, out));
        return SwapCalldata.exactInput(List.of(part), recipient, deadline);
    }

    static UnsignedTransaction call(long nonce, Address to, Bytes data) {
        return transaction(nonce, to, 0, data, 30);
    }

    static UnsignedTransaction transaction(long nonce, Address to, long value, Bytes data, long feeGwei) {
        return new UnsignedTransaction(31337, nonce, to, Wei.of(value), data, 200_000, gwei(feeGwei), gwei(1));
    }

    static UnsignedTransaction cancel(long nonce) {
        return transaction(nonce, ACCOUNT, 0, Bytes.EMPTY, 30);
    }

    static TokenAmount amount(Token token, String whole) {
        return TokenAmount.of(token, new BigDecimal(whole));
    }

    static Bytes words(String selector, Object... words) {
        StringBuilder hex = new StringBuilder(selector);
        for (Object word : words) {
            BigInteger value = word instanceof Address address
                    ? new BigInteger(1, address.bytes())
                    : new BigInteger(word.toString());
            hex.append(String.format("%064x", value));
        }
        return Bytes.parse(hex.toString());
    }

    static Wei gwei(long gwei) {
        return Wei.of(gwei * 1_000_000_000L);
    }

    static Address address(int number) {
        return new Address("0x" + String.format("%040x", number));
    }
}
