package io.ballast.lab.sim;

import io.ballast.act.journal.Journal;
import io.ballast.act.wallet.Signer;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.Surroundings;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** Everything outside the agent that a seed makes. */
final class SimWorld {
    private static final int HISTORY = 135;
    private static final BigInteger COIN = BigInteger.TEN.pow(18);
    private static final BigInteger DOLLAR = BigInteger.TEN.pow(6);

    private final Faults faults;
    private final SimChain chain;
    private final SimNode node;
    private final SimJournal journal;
    private final AgentConfiguration config;

    SimWorld(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        this.config = dice.nextInt(4) == 0 ? SimSetup.EVERY_BLOCK : onDecision(seed);
        this.faults = new Faults(dice.split());
        this.chain = new SimChain(dice.split(), faults, genesis(dice));
        for (int i = 0; i < HISTORY; i++) {
            chain.mine();
        }
        this.node = new SimNode(chain, faults);
        this.journal = new SimJournal(node, faults);
    }

    /** By dice of its own, so that all else of a seed stays as it was before there was a choice. */
    private static AgentConfiguration onDecision(long seed) {
        return switch (new SplittableRandom(~seed).nextInt(4)) {
            case 0 -> SimSetup.PINNING;
            case 1 -> SimSetup.HIDING;
            default -> SimSetup.ON_DECISION;
        };
    }

    /** Something to rebalance, and coins for the gas of some days or of some transactions only. */
    private static SimState genesis(SplittableRandom dice) {
        boolean poor = dice.nextInt(8) == 0;
        SimState state = new SimState(poor ? COIN.divide(BigInteger.valueOf(25)) : COIN);
        state.addBalance(SimSetup.USDC.address(), SimSetup.OWNER, DOLLAR.multiply(thousands(dice)));
        state.addBalance(
                SimSetup.WETH.address(),
                SimSetup.OWNER,
                COIN.multiply(thousands(dice)).divide(BigInteger.valueOf(2_000)));
        return state;
    }

    private static BigInteger thousands(SplittableRandom dice) {
        return BigInteger.valueOf(8_000L + dice.nextInt(32_000));
    }

    Faults faults() {
        return faults;
    }

    SimChain chain() {
        return chain;
    }

    SimNode node() {
        return node;
    }

    SimJournal journal() {
        return journal;
    }

    AgentConfiguration config() {
        return config;
    }

    /** Whether all of it took less than an hour by the chain's clock. */
    boolean isShort() {
        Instant began = chain.blocks().get(HISTORY).ref().timestamp();
        return Duration.between(began, chain.head().ref().timestamp()).compareTo(Duration.ofHours(1)) < 0;
    }

    /** Nothing goes wrong any more. */
    void heal() {
        faults.end();
        journal.heal();
        node.heal();
    }

    /** The ports of an agent, and its key. */
    record Ports(Surroundings surroundings, Signer signer, Journal journal) {}

    Ports ports() {
        return new Ports(
                new Surroundings(node, node, Optional.of(node::relay), node, node, () -> 0L),
                new SimSigner(faults),
                journal);
    }
}
