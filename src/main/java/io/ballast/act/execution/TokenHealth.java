package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.act.journal.TokenFrozen.Cause;
import io.ballast.act.journal.TokenThawed;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.market.Universe;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees by simulation whether each token of the universe can still be sent, and freezes those that cannot: one token that is
 * paused never stops the others. Used by one thread.
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
    private final Universe universe;
    private final Address owner;
    private final Logbook log;

    public TokenHealth(ChainReader chain, Universe universe, Address owner, Logbook log) {
        this.chain = chain;
        this.universe = universe;
        this.owner = owner;
        this.log = log;
    }

    /** Somebody who could send so much. */
    private record Sender(Address account, TokenAmount amount) {}

    /** What a simulated transfer showed. */
    private record Fault(Cause cause, String reason) {}

    /**
     * Freezes and thaws by how tokens behave on top of a block: those that are held when we send them, the others when a pool
     * does, since nothing can be bought that pools cannot send.
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
        List<TokenAmount> held = log.state().books().map(Books::onChain).orElse(List.of()).stream()
                .filter(amount -> !amount.isZero())
                .toList();
        List<Sender> senders = new ArrayList<>();
        held.forEach(amount -> senders.add(new Sender(owner, part(amount))));
        senders.addAll(pools(block, held.stream().map(TokenAmount::token).toList()));
        List<SimulatedResult> results =
                senders.isEmpty() ? List.of() : chain.simulate(block.hash(), transfers(senders));
        for (int i = 0; i < senders.size(); i++) {
            Token token = senders.get(i).amount().token();
            Optional<Fault> fault = fault(senders.get(i).amount(), results.subList(i * STEPS, (i + 1) * STEPS));
            fault.ifPresentOrElse(found -> freeze(token, found), () -> thaw(token, byPerson));
        }
    }

    /** For each token that we do not hold the first pool that does; none where no pool is an account of its own. */
    private List<Sender> pools(BlockRef block, List<Token> held) {
        List<Sender> asked = universe.tokens().stream()
                .filter(token -> !held.contains(token))
                .flatMap(token -> universe.pools().stream()
                        .filter(pool -> pool.id().isContract() && pool.tokens().contains(token))
                        .map(pool -> new Sender(pool.id().address(), TokenAmount.zero(token))))
                .toList();
        List<CallResult> answers = asked.isEmpty() ? List.of() : chain.call(block.hash(), balances(asked));
        Map<Token, Sender> found = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Sender pool = asked.get(i);
            Token token = pool.amount().token();
            raw(answers.get(i))
                    .filter(raw -> raw.signum() > 0)
                    .ifPresent(raw ->
                            found.putIfAbsent(token, new Sender(pool.account(), part(new TokenAmount(token, raw)))));
        }
        return List.copyOf(found.values());
    }

    private static List<EthCall> balances(List<Sender> asked) {
        return asked.stream()
                .map(pool -> EthCall.to(pool.amount().token().address(), Erc20.balanceOf(pool.account())))
                .toList();
    }

    private static Optional<BigInteger> raw(CallResult result) {
        return result instanceof CallResult.Returned answer && answer.data().size() == WORD
                ? Optional.of(new BigInteger(1, answer.data().toArray()))
                : Optional.empty();
    }

    /** Enough that a fee shows. */
    private static TokenAmount part(TokenAmount held) {
        return new TokenAmount(held.token(), held.raw().divide(SHARE).max(BigInteger.ONE));
    }

    private static List<SimulatedTx> transfers(List<Sender> senders) {
        List<SimulatedTx> all = new ArrayList<>();
        for (Sender sender : senders) {
            Address token = sender.amount().token().address();
            SimulatedTx look = new SimulatedTx(sender.account(), token, Erc20.balanceOf(NOBODY), GAS);
            Bytes transfer = Erc20.transfer(NOBODY, sender.amount());
            all.addAll(List.of(look, new SimulatedTx(sender.account(), token, transfer, GAS), look));
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
            return Optional.of(new Fault(Cause.REFUSES, "a transfer would fail: " + reason));
        }
        BigInteger arrived = after.get().subtract(before.get());
        if (arrived.signum() == 0) {
            return Optional.of(new Fault(Cause.REFUSES, "nothing of a transfer would arrive"));
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
            LOG.warn("{} is traded again: a transfer would arrive", token);
            log.append(new TokenThawed(token, "a transfer would arrive"));
        }
    }

    private Optional<TokenFrozen> known(Token token) {
        return log.state().custody().frozen().stream()
                .filter(frozen -> frozen.token().equals(token))
                .findFirst();
    }
}
