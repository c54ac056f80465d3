package io.ballast.lab.sim;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.risk.RiskLimits;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * I12: a swap may lose what its two bounds allow, the quote's distance from the feeds and the slippage below the quote. Worth is
 * by the feeds of the block it was decided on, what moved by the events of its receipt.
 */
final class SimLosses {
    private static final Hash32 TRANSFER = Wire.topic("Transfer(address,address,uint256)");
    private static final Hash32 OURS = Wire.topic(SimSetup.OWNER);

    private final SimChain chain;
    private final BigDecimal bound;

    SimLosses(SimChain chain, RiskLimits limits) {
        this.chain = chain;
        this.bound = BigDecimal.valueOf(
                limits.maxPriceDeviation().value() + limits.maxSlippage().value(), 4);
    }

    /** What is wrong with a swap that was mined with success; empty if nothing, or if the block is not part of the chain. */
    Optional<String> of(IntentPlanned plan, SimChain.Mined own) {
        return chain.block(plan.pinned().hash()).flatMap(block -> {
            Usd paid = moved(own, 1, block.state());
            Usd received = moved(own, 2, block.state());
            Usd most = Usd.of(paid.value().multiply(bound));
            return paid.minus(received).compareTo(most) <= 0
                    ? Optional.empty()
                    : Optional.of(plan.intentId() + " paid " + paid + " and received " + received);
        });
    }

    /** @param party 1 where the account sends, 2 where it receives */
    private static Usd moved(SimChain.Mined own, int party, SimState at) {
        return own.receipt().logs().stream()
                .filter(log -> log.topics().getFirst().equals(TRANSFER)
                        && log.topics().get(party).equals(OURS))
                .map(log -> worth(log.address(), Wire.word(log.data(), 0), at))
                .reduce(Usd.ZERO, Usd::plus);
    }

    private static Usd worth(Address token, BigInteger raw, SimState at) {
        Token known = SimSetup.UNIVERSE.tokens().stream()
                .filter(each -> each.address().equals(token))
                .findFirst()
                .orElseThrow();
        return new TokenAmount(known, raw)
                .at(Usd.of(new BigDecimal(at.feed(SimEvm.feed(known)).answer(), 8)));
    }
}
