package io.ballast.act.wallet.signer;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Coins;
import io.ballast.base.config.GasPrice;
import io.ballast.base.config.Key;
import io.ballast.base.config.Symbol;
import io.ballast.base.config.TokenQuantity;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the owner of the key lets it sign. Relative paths start at the directory of the file. */
public record SignerFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "The only chain that is signed for.", required = true, min = 1, max = Long.MAX_VALUE)
        long chainId,

        @Key(value = "The account; the keystore must hold its key.", required = true)
        Address account,

        @Key(value = "Encrypted keystore (Web3 Secret Storage).", required = true)
        Path keystore,

        @Key("File that holds the keystore's passphrase; else it is asked for, or read from --passphrase-fd.")
        Optional<Path> passphraseFile,

        @Key(value = "Unix socket that is served, in a folder of mode 0700.", required = true)
        Path socket,

        @Key(value = "What was signed and refused: the signer's memory.", required = true)
        Path state,

        @Key("The only account that coins and tokens may be sent to; left out, to none.")
        Optional<Address> withdrawTo,

        @Key("The token that wraps the chain's coin; left out, nothing is wrapped or unwrapped.")
        Optional<Address> wrappedCoin,

        @Key("Permit2; left out, it may be allowed nothing.")
        Optional<Address> permit2,

        @Key("Uniswap's SwapRouter02.") Optional<Address> swapRouter02,

        @Key("Routers of Uniswap V2 and its forks.") List<Address> v2Routers,

        @Key("Uniswap's Universal Router.") Optional<UniversalRouterFile> universalRouter,

        @Key(value = "Tokens that may be traded, and how much of each.", required = true)
        Map<Symbol, TokenLimitFile> tokens,

        @Key(value = "What transactions may cost.", required = true)
        GasLimitFile gas,

        @Key(value = "Longest time until the deadline of a swap or of an allowance by Permit2.", defaultsTo = "30m")
        Duration maxDeadline)
        implements Checked {

    /** Uniswap's Universal Router. */
    public record UniversalRouterFile(
            @Key(value = "Where it is.", required = true) Address address,

            @Key(value = "Its version, which decides how calls of it are read.", required = true)
            UniversalRouterVersion version) {}

    /** How much of one token. */
    public record TokenLimitFile(
            @Key(value = "The token's contract.", required = true)
            Address address,

            @Key(value = "Decimal places of the token.", required = true, max = 77)
            int decimals,

            @Key(value = "Most that one transaction may sell or allow a router to take.", required = true)
            TokenQuantity maxPerTransaction,

            @Key(value = "Most that may be sold within 24 hours.", required = true)
            TokenQuantity maxPerDay)
            implements Checked {
        @Override
        public void check(Check check) {
            fine(check, "max_per_transaction", maxPerTransaction);
            fine(check, "max_per_day", maxPerDay);
            if (check.clean("") && maxPerTransaction.whole().compareTo(maxPerDay.whole()) > 0) {
                check.problem("max_per_transaction", "is more than max_per_day");
            }
        }

        private void fine(Check check, String key, TokenQuantity quantity) {
            if (check.clean(key)
                    && check.clean("decimals")
                    && quantity.whole().stripTrailingZeros().scale() > decimals) {
                check.problem(key, "is finer than the token's " + decimals + " decimals");
            }
        }
    }

    /** What transactions may cost. */
    public record GasLimitFile(
            @Key(value = "Most for a unit of gas.", required = true)
            GasPrice maxPrice,

            @Key(value = "Most units of gas for a transaction.", required = true, min = 21_000, max = 100_000_000)
            long maxLimit,

            @Key(value = "Most for one transaction: its gas limit at its highest price.", required = true)
            Coins maxPerTransaction,

            @Key(value = "Most within 24 hours.", required = true)
            Coins maxPerDay)
            implements Checked {
        @Override
        public void check(Check check) {
            if (check.clean("") && maxPerTransaction.amount().compareTo(maxPerDay.amount()) > 0) {
                check.problem("max_per_transaction", "is more than max_per_day");
            }
        }
    }

    @Override
    public void check(Check check) {
        if (withdrawTo.filter(account::equals).isPresent()) {
            check.problem("withdraw_to", "is the account itself, expected another account of yours");
        }
        tokens.forEach((symbol, token) -> {
            String at = "tokens." + symbol;
            named(check, at + ".max_per_transaction", symbol, token.maxPerTransaction());
            named(check, at + ".max_per_day", symbol, token.maxPerDay());
        });
        distinct(check);
    }

    private static void named(Check check, String key, Symbol symbol, TokenQuantity quantity) {
        if (check.clean(key) && !quantity.symbol().equals(symbol.text())) {
            check.problem(key, "is of " + quantity.symbol() + ", expected " + symbol);
        }
    }

    /** One address in two parts would make a call of it mean two things. */
    private void distinct(Check check) {
        Map<String, Address> parts = new LinkedHashMap<>();
        parts.put("account", account);
        withdrawTo.ifPresent(a -> parts.put("withdraw_to", a));
        permit2.ifPresent(a -> parts.put("permit2", a));
        swapRouter02.ifPresent(a -> parts.put("swap_router02", a));
        universalRouter.ifPresent(r -> parts.put("universal_router.address", r.address()));
        for (int i = 0; i < v2Routers.size(); i++) {
            parts.put("v2_routers[" + i + "]", v2Routers.get(i));
        }
        tokens.forEach((symbol, token) -> parts.put("tokens." + symbol + ".address", token.address()));
        Map<Address, String> seen = new LinkedHashMap<>();
        parts.forEach((key, address) -> {
            String other = seen.putIfAbsent(address, key);
            if (other != null && check.clean(key)) {
                check.problem(key, "is the same address as " + other);
            }
        });
    }
}
