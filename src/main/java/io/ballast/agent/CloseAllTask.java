package io.ballast.agent;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Candidate;
import io.ballast.think.portfolio.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sells everything for cash through the gate, in parts that the limits let through. What cannot be sold is named and left. The
 * agent is HALTED afterwards, or it would buy everything back.
 */
public final class CloseAllTask implements CommandTask {
    private static final int MOST_PARTS = 200;

    private final CommandSession session;
    private final Observation seen;
    private final SalePricing pricing;
    private final List<Candidate> planned = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * Prices every sale on the pools as the sales before leave them.
     *
     * @throws CommandException if the account is not in order
     */
    public CloseAllTask(CommandSession session) {
        this.session = session;
        this.seen = session.observe();
        session.requireOrder(seen);
        AgentSettings settings = session.config().settings();
        this.pricing = new SalePricing(
                session.config().strategy().actionRules(settings.tip()),
                settings.limits().maxNotionalPerTrade());
        plan();
    }

    private void plan() {
        MarketState market = seen.market();
        Holdings holdings = Holdings.of(seen.account());
        for (TokenAmount held : sellable()) {
            Optional<TokenFrozen> frozen = frozen(held.token());
            if (frozen.isPresent()) {
                lines.add("SKIPPED " + held + ": frozen: " + frozen.get().reason());
                continue;
            }
            TokenAmount left = held;
            Optional<Candidate> part = pricing.next(market, holdings, left);
            while (part.isPresent() && planned.size() < MOST_PARTS) {
                planned.add(part.get());
                lines.add(words(part.get()));
                left = left.minus(part.get().legs().getFirst().quote().amountIn());
                market = market.with(part.get().legs().getFirst().quote().after());
                holdings = part.get().after();
                part = left.isZero() ? Optional.empty() : pricing.next(market, holdings, left);
            }
            if (!left.isZero()) {
                lines.add("SKIPPED " + left + ": no pool takes it within the limits");
            }
        }
    }

    private List<TokenAmount> sellable() {
        Token cash = seen.market().universe().cash();
        return seen.account().balances().stream()
                .filter(held -> !held.isZero() && !held.token().equals(cash))
                .toList();
    }

    private Optional<TokenFrozen> frozen(Token token) {
        return session.log().state().custody().frozen().stream()
                .filter(known -> known.token().equals(token))
                .findFirst();
    }

    private static String words(Candidate part) {
        var quote = part.legs().getFirst().quote();
        return "sell " + quote.amountIn() + " for " + quote.amountOut() + " by " + quote.route() + ", cost "
                + part.cost().total();
    }

    @Override
    public List<String> preview() {
        List<String> all = new ArrayList<>(lines);
        Usd cost = planned.stream().map(part -> part.cost().total()).reduce(Usd.ZERO, Usd::plus);
        all.add(
                planned.isEmpty()
                        ? "nothing to sell"
                        : planned.size() + " sales, cost " + cost + " in all, gas included; HALTED afterwards");
        return all;
    }

    @Override
    public boolean idle() {
        return planned.isEmpty();
    }

    @Override
    public CommandResult run() {
        session.begin();
        session.wiring().risk().reduceByCommand("close-all by command");
        List<IntentOutcome> ends = new ArrayList<>();
        List<String> left = new ArrayList<>();
        try {
            Sale sale =
                    new Sale(session, pricing, "close-" + seen.market().block().number());
            for (TokenAmount held : sellable()) {
                if (frozen(held.token()).isPresent() || !sale.all(held.token(), ends)) {
                    left.add("not sold: "
                            + session.observe().account().balances().stream()
                                    .filter(amount -> amount.token().equals(held.token()))
                                    .toList());
                }
            }
            session.parts().upkeep().check(session.observe());
        } finally {
            session.wiring().risk().halt("everything was sold by command");
        }
        return new CommandResult(ends, left.isEmpty(), left);
    }
}
