package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.act.journal.TokenFrozen.Cause;
import io.ballast.act.journal.TokenThawed;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.dex.web3j.Erc20;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees by simulation whether the account could still send each of its tokens, and freezes those that it could not: one token that
 * is paused never stops the others. Used by one thread.
 */
public final class TokenHealth {
    private static final Logger LOG = LoggerFactory.getLogger(TokenHealth.class);
    /** An address at which nobody can have put a contract. */
    private static final Address NOBODY = Address.of(Arrays.copyOfRange(
            Keccak256.digest(TokenHealth.class.getName().getBytes(StandardCharsets.US_ASCII)), 12, 32));

    private static final BigInteger SHARE = BigInteger.valueOf(1_000);
    private static final long GAS = 300_000;
    private static final int STEPS = 3;
    private static final int WORD = 32;

    private final ChainReader chain;
    private final Address owner;
    private final Logbook log;

    public TokenHealth(ChainReader chain, Address owner, Logbook log) {
        this.chain = chain;
        this.owner = owner;
        this.log = log;
    }

    /** What a simulated transfer showed. */
    private record Fault(Cause cause, String reason) {}

    /**
     * Freezes and thaws by how the tokens that are held behave on top of a block.
     *
     * @throws ChainException if the node gives no usable answer
     */
    public void survey(BlockRef block) {
        survey(block, false);
    }

    /**
     * The same on a person's command: a token that took a fee and takes none now is traded again, too.
     *
     * @throws ChainException if the node gives no usable answer
     */
    public void forgive(BlockRef block) {
        survey(block, true);
    }

    private void survey(BlockRef block, boolean byPerson) {
        List<TokenAmount> sent = log.state().books().map(Books::onChain).orElse(List.of()).stream()
                .filter(held -> !held.isZero())
                .map(TokenHealth::part)
                .toList();
        List<SimulatedResult> results = sent.isEmpty() ? List.of() : chain.simulate(block.hash(), transfers(sent));
        for (int i = 0; i < sent.size(); i++) {
            Token token = sent.get(i).token();
            Optional<Fault> fault = fault(sent.get(i), results.subList(i * STEPS, (i + 1) * STEPS));
            fault.ifPresentOrElse(found -> freeze(token, found), () -> thaw(token, byPerson));
        }
    }

    /** Enough that a fee shows. */
    private static TokenAmount part(TokenAmount held) {
        return new TokenAmount(held.token(), held.raw().divide(SHARE).max(BigInteger.ONE));
    }

    private List<SimulatedTx> transfers(List<TokenAmount> sent) {
        List<SimulatedTx> all = new ArrayList<>();
        for (TokenAmount amount : sent) {
            Address token = amount.token().address();
            SimulatedTx look = new SimulatedTx(owner, token, Erc20.balanceOf(NOBODY), GAS);
            all.addAll(List.of(look, new SimulatedTx(owner, token, Erc20.transfer(NOBODY, amount), GAS), look));
        }
        return all;
    }

    private static Optional<Fault> fault(TokenAmount sent, List<SimulatedResult> results) {
        Optional<BigInteger> before = word(results.get(0));
        Optional<BigInteger> after = word(results.get(2));
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(new Fault(Cause.UNREADABLE, "its balances cannot be read"));
        }
        if (!results.get(1).succeeded()) {
            String reason = RevertReason.read(results.get(1).returnData());
            return Optional.of(new Fault(Cause.REFUSES, "a transfer of ours would fail: " + reason));
        }
        BigInteger arrived = after.get().subtract(before.get());
        if (arrived.signum() == 0) {
            return Optional.of(new Fault(Cause.REFUSES, "nothing of a transfer of ours would arrive"));
        }
        return arrived.compareTo(sent.raw()) < 0
                ? Optional.of(
                        new Fault(Cause.TAKES_FEE, "of " + sent.raw() + " sent only " + arrived + " would arrive"))
                : Optional.empty();
    }

    private static Optional<BigInteger> word(SimulatedResult result) {
        return result.succeeded() && result.returnData().size() == WORD
                ? Optional.of(new BigInteger(1, result.returnData().toArray()))
                : Optional.empty();
    }

    private void freeze(Token token, Fault fault) {
        if (known(token).filter(frozen -> frozen.cause() == fault.cause()).isEmpty()) {
            LOG.error("{} is frozen: {}", token, fault.reason());
            log.append(new TokenFrozen(token, fault.cause(), fault.reason()));
        }
    }

    private void thaw(Token token, boolean byPerson) {
        if (known(token).filter(frozen -> byPerson || frozen.cause().passes()).isPresent()) {
            LOG.warn("{} is traded again: a transfer of ours would arrive", token);
            log.append(new TokenThawed(token, "a transfer of ours would arrive"));
        }
    }

    private Optional<TokenFrozen> known(Token token) {
        return log.state().custody().frozen().stream()
                .filter(frozen -> frozen.token().equals(token))
                .findFirst();
    }
}
