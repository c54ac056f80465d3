package io.ballast.act.wallet.signer;

import io.ballast.base.config.TokenQuantity;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be signed.
 *
 * @param universal version of the Universal Router by its address; one entry at most
 * @param tokens by address
 */
public record SigningLimits(
        long chainId,
        Address account,
        Optional<Address> withdrawTo,
        Optional<Address> wrappedCoin,
        Optional<Address> permit2,
        Optional<Address> swapRouter02,
        Set<Address> v2Routers,
        Map<Address, UniversalRouterVersion> universal,
        Map<Address, TokenLimit> tokens,
        GasLimit gas,
        Duration maxDeadline) {
    public SigningLimits {
        v2Routers = Set.copyOf(v2Routers);
        universal = Map.copyOf(universal);
        tokens = Map.copyOf(tokens);
    }

    /** How much of one token. */
    public record TokenLimit(TokenAmount perTransaction, TokenAmount perDay) {}

    /**
     * What transactions may cost.
     *
     * @param price most for a unit
     * @param limit most units
     */
    public record GasLimit(Wei price, long limit, Wei perTransaction, Wei perDay) {}

    /** As the file says. */
    public static SigningLimits of(SignerFile file) {
        Map<Address, TokenLimit> tokens = new LinkedHashMap<>();
        file.tokens().forEach((symbol, limit) -> {
            Token token = new Token(limit.address(), symbol.text(), limit.decimals());
            tokens.put(
                    limit.address(),
                    new TokenLimit(amount(token, limit.maxPerTransaction()), amount(token, limit.maxPerDay())));
        });
        return new SigningLimits(
                file.chainId(),
                file.account(),
                file.withdrawTo(),
                file.wrappedCoin(),
                file.permit2(),
                file.swapRouter02(),
                Set.copyOf(file.v2Routers()),
                file.universalRouter()
                        .map(router -> Map.of(router.address(), router.version()))
                        .orElseGet(Map::of),
                tokens,
                new GasLimit(
                        file.gas().maxPrice().perGas(),
                        file.gas().maxLimit(),
                        file.gas().maxPerTransaction().amount(),
                        file.gas().maxPerDay().amount()),
                file.maxDeadline());
    }

    private static TokenAmount amount(Token token, TokenQuantity quantity) {
        return TokenAmount.of(token, quantity.whole());
    }

    /** Whether tokens may be allowed to it directly. */
    boolean spends(Address spender) {
        return swapRouter02.filter(spender::equals).isPresent()
                || v2Routers.contains(spender)
                || permit2.filter(spender::equals).isPresent();
    }

    List<String> summary() {
        return tokens.values().stream()
                .map(limit -> limit.perTransaction() + " a transaction, " + limit.perDay() + " a day")
                .toList();
    }
}
