package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPrices;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Writes down who of the devnet's own holds what, and who may spend it. */
final class HoldingsScript {
    private static final Usd LIQUIDITY = Usd.of(200_000_000);
    private static final Usd TRADER = Usd.of(500_000_000);
    private static final Usd ARBITRAGEUR = Usd.of(1_000_000_000);
    private static final BigInteger UNLIMITED = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final long GAS = 120_000;

    private final Script script;
    private final Map<DevAsset, Token> tokens;
    private final MarketPrices prices;

    HoldingsScript(Script script, Map<DevAsset, Token> tokens, MarketPrices prices) {
        this.script = script;
        this.tokens = tokens;
        this.prices = prices;
    }

    void all(Contracts contracts) {
        tokens.forEach((asset, token) -> {
            give(DevAccounts.DEPLOYER, asset, token, LIQUIDITY);
            give(contracts.arbitrageur(), asset, token, ARBITRAGEUR);
            DevAccounts.TRADERS.forEach(trader -> give(trader, asset, token, TRADER));
        });
        approve(DevAccounts.DEPLOYER, List.of(contracts.v2Router(), contracts.positionManager()));
        DevAccounts.TRADERS.forEach(trader -> approve(trader, List.of(contracts.router())));
    }

    private void give(Address to, DevAsset asset, Token token, Usd worth) {
        TokenAmount amount = worth(token, prices.of(asset), worth);
        TokenGift.of(DevAccounts.DEPLOYER, to, amount, asset == DevAsset.WETH).forEach(script::add);
    }

    private void approve(Address owner, List<Address> spenders) {
        for (Token token : tokens.values()) {
            for (Address spender : spenders) {
                AbiEncoder call = AbiEncoder.call("approve(address,uint256)")
                        .address(spender)
                        .integer(UNLIMITED);
                script.callFrom(owner, token.address(), call, GAS);
            }
        }
    }

    /** As much of a token as that many dollars buy, rounded down. */
    static TokenAmount worth(Token token, Usd price, Usd worth) {
        BigDecimal whole = worth.value().divide(price.value(), token.decimals(), RoundingMode.DOWN);
        return TokenAmount.of(token, whole);
    }
}
