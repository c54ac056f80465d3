package io.ballast.agent;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.Movement;
import io.ballast.act.journal.Books;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Observation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Sends a token or coins to the one account that withdrawals go to. */
public final class WithdrawTask implements CommandTask {
    /** Everything that can go. */
    public static final String ALL = "all";

    private final CommandSession session;
    private final Observation seen;
    private final Movement movement;
    private final Wei fee;

    /**
     * Checks everything that can be checked before a signature.
     *
     * @param amount in whole tokens, or {@link #ALL}
     * @param symbol of a token of the universe, or of the coin
     * @throws CommandException if anything is in the way
     */
    public WithdrawTask(CommandSession session, String amount, String symbol) {
        this.session = session;
        this.seen = session.observe();
        session.requireOrder(seen);
        Address to = session.config()
                .settings()
                .withdrawTo()
                .orElseThrow(() -> new CommandException("account.withdraw_to is not set"));
        String id = "withdraw-" + seen.market().block().number();
        boolean coins = symbol.equalsIgnoreCase(coin());
        this.movement = coins ? ofCoins(id, amount, to) : ofToken(id, amount, token(symbol), to);
        this.fee = session.wiring().worstFee(movement, seen);
        requireGas();
        session.wiring().simulate(movement, seen).ifPresent(fault -> {
            throw new CommandException("the node would not carry it out: " + fault);
        });
    }

    private String coin() {
        return session.config().network().file().nativeCoin().text();
    }

    private Books books() {
        return session.log().state().books().orElseThrow();
    }

    private Token token(String symbol) {
        Token token = seen.market().universe().tokens().stream()
                .filter(known -> known.symbol().equalsIgnoreCase(symbol))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "\"" + symbol + "\" is neither " + coin() + " nor a token of the strategy's universe: "
                                + seen.market().universe().tokens()));
        session.log().state().custody().frozen().stream()
                .filter(frozen -> frozen.token().equals(token))
                .findFirst()
                .ifPresent(frozen -> {
                    throw new CommandException(token + " is frozen: " + frozen.reason());
                });
        return token;
    }

    private Movement ofToken(String id, String text, Token token, Address to) {
        TokenAmount held = books().balance(token);
        TokenAmount amount = text.equals(ALL) ? held : new TokenAmount(token, raw(text, token.decimals()));
        if (amount.isZero() || amount.compareTo(held) > 0) {
            throw new CommandException(
                    "the account's own " + token + " are " + held.whole().toPlainString() + ", asked for "
                            + amount.whole().toPlainString());
        }
        return Movement.withdraw(id + ".withdraw", amount, to);
    }

    private Movement ofCoins(String id, String text, Address to) {
        Token wrapped = seen.market().universe().wrapped();
        Wei held = books().coins();
        Wei fee = session.wiring().worstFee(Movement.withdrawCoins(id, Wei.of(1), wrapped, to), seen);
        BigInteger most = held.value().subtract(fee.value()).max(BigInteger.ZERO);
        BigInteger raw = text.equals(ALL) ? most : raw(text, 18);
        if (raw.signum() == 0 || raw.compareTo(most) > 0) {
            throw new CommandException("of " + held.coins().toPlainString() + " " + coin() + " at most "
                    + new Wei(most).coins().toPlainString() + " can go, the rest pays for gas");
        }
        return Movement.withdrawCoins(id + ".withdraw", new Wei(raw), wrapped, to);
    }

    private static BigInteger raw(String text, int decimals) {
        if (!text.matches("[0-9]{1,30}(\\.[0-9]{1,36})?")) {
            throw new CommandException("\"" + text + "\" is no amount, expected a number such as 12.5, or " + ALL);
        }
        BigDecimal units = new BigDecimal(text).movePointRight(decimals);
        if (units.stripTrailingZeros().scale() > 0) {
            throw new CommandException("\"" + text + "\" has more than " + decimals + " decimal places");
        }
        return units.toBigIntegerExact();
    }

    private void requireGas() {
        Wei coins = books().coins();
        if (coins.compareTo(movement.value().plus(fee)) < 0) {
            throw new CommandException("gas may cost " + fee.coins().toPlainString() + " " + coin()
                    + ", the account has " + coins.coins().toPlainString());
        }
    }

    @Override
    public List<String> preview() {
        boolean coins = movement.value().value().signum() > 0;
        String what = movement.amount().whole().stripTrailingZeros().toPlainString() + " "
                + (coins ? coin() : movement.amount().token().symbol());
        return List.of(
                "send " + what + " to " + movement.recipient() + ", the account that account.withdraw_to names",
                "gas: at most " + fee.coins().stripTrailingZeros().toPlainString() + " " + coin());
    }

    @Override
    public boolean idle() {
        return false;
    }

    @Override
    public CommandResult run() {
        IntentOutcome end = session.parts().executor().move(movement, seen);
        session.parts().upkeep().check(session.observe());
        Optional<String> hash = end instanceof IntentOutcome.Filled filled
                ? Optional.of("transaction " + filled.receipt().txHash())
                : Optional.empty();
        return new CommandResult(List.of(end), end.filled(), hash.map(List::of).orElse(List.of()));
    }
}
