package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.BalanceReader;
import io.ballast.act.execution.Bookkeeping;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.FeeRules;
import io.ballast.act.execution.FinalityWatch;
import io.ballast.act.execution.FlowReader;
import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.KillSwitch;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Movement;
import io.ballast.act.execution.NonceLedger;
import io.ballast.act.execution.OnChainExecutor;
import io.ballast.act.execution.Opening;
import io.ballast.act.execution.Outbox;
import io.ballast.act.execution.OwnView;
import io.ballast.act.execution.Preflight;
import io.ballast.act.execution.Reconciler;
import io.ballast.act.execution.Recovery;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.Settlement;
import io.ballast.act.execution.Sightings;
import io.ballast.act.execution.Signatory;
import io.ballast.act.execution.SubmissionPolicy;
import io.ballast.act.execution.TokenHealth;
import io.ballast.act.execution.TransactionEngine;
import io.ballast.act.execution.Upkeep;
import io.ballast.act.execution.simulated.PaperBooks;
import io.ballast.act.execution.simulated.SimulatedExecutor;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.risk.PriceWitness;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.StandingRules;
import io.ballast.act.risk.TradingState;
import io.ballast.act.wallet.Signer;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.EvidenceReader;
import io.ballast.sense.market.FollowedMarket;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.PriceHistory;
import io.ballast.sense.market.Universe;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.ScorerInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the graph of objects that is an agent. */
public final class Wiring {
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);
    private static final int RESEND_EVERY = 5;
    private static final int GIVE_UP_AFTER = 100;

    private final AgentConfiguration config;
    private final Surroundings world;
    private final Optional<ActionScorer> model;
    private final Logbook log;
    private final KillSwitch killSwitch;
    private final RiskDesk risk;
    private final Optional<FollowedMarket> followed;
    private final MarketSource market;
    private final MarketSource own;
    private final LatencyRecorder latency;
    private final GasPolicy gas;
    private final CycleParts parts;

    /** With a kill switch of its own. */
    public Wiring(AgentConfiguration config, Surroundings world, Journal journal, Optional<ActionScorer> model) {
        this(config, world, journal, model, KillSwitch.of(config.settings().journal(), world.clock()));
    }

    /**
     * @param model loaded and fit to be asked; empty leaves the decision to the rule
     * @param killSwitch asked before every signature and every send
     */
    public Wiring(
            AgentConfiguration config,
            Surroundings world,
            Journal journal,
            Optional<ActionScorer> model,
            KillSwitch killSwitch) {
        this.config = config;
        this.world = world;
        this.model = model;
        this.log = new Logbook(journal);
        this.killSwitch = killSwitch;
        this.risk = new RiskDesk(new RiskGate(config.settings().limits()), log, killSwitch::stopped);
        this.followed = follower();
        this.market = new CaughtUpMarket(
                witnessed(followed.<MarketSource>map(source -> source).orElseGet(this::reader)), log);
        this.own = new OwnView(market, log);
        this.latency = new LatencyRecorder(world.nanos());
        this.gas = new GasPolicy(config.settings().tip());
        this.parts = new CycleParts(
                config, model, log, risk, world.clock(), latency, new PriceHistory(world.chain()), false);
    }

    /** An agent that signs and sends. */
    public AgentService onChain(Signer signer) {
        OnChainParts chain = parts(signer);
        return service(chain.executor(), Optional.of(chain.recovery()), chain.upkeep(), chain.allowances());
    }

    /** What signs and sends, for an agent or for a person's command. */
    OnChainParts parts(Signer signer) {
        if (!signer.address().equals(owner())) {
            throw new IllegalArgumentException(
                    "the keystore holds " + signer.address() + ", the account is " + owner());
        }
        FinalityWatch finality = new FinalityWatch(world.chain(), risk, log);
        Settlement settlement = new Settlement(world.chain(), owner(), log, risk);
        NonceLedger nonces = new NonceLedger(world.chain(), owner(), log);
        TransactionEngine engine = engine(signer, nonces, settlement, finality);
        Preflight preflight = new Preflight(world.chain(), owner());
        OnChainExecutor executor = new OnChainExecutor(
                own, owner(), engine, preflight, settlement, finality, risk, log, gas, world.clock());
        Recovery recovery = new Recovery(world.chain(), engine, nonces, settlement, finality, risk, log);
        Reconciler reconciler = reconciler();
        Upkeep upkeep = new Upkeep(
                new Opening(world.chain(), owner(), reconciler, risk, log),
                reconciler,
                new TokenHealth(world.chain(), universe(), owner(), log),
                config.settings().topUp(),
                executor,
                gas,
                risk,
                log,
                config.settings().reconcileEvery());
        return new OnChainParts(executor, recovery, reconciler, upkeep, new AllowanceGuard(executor, risk, log));
    }

    /** Holds the books against the chain; needs no key. */
    Reconciler reconciler() {
        return new Reconciler(log, risk, balances(), flows());
    }

    /** Asked before every signature and every send. */
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /** Why the kill switch is engaged; empty if it is not. */
    Optional<String> killed() {
        return killSwitch.stopped();
    }

    /** What of market and account is ours. */
    MarketSource own() {
        return own;
    }

    /** Most that a movement pays for gas. */
    Wei worstFee(Movement movement, Observation seen) {
        return movement.worstFee(gas.offer(seen.market()));
    }

    /** What the node says against a movement on top of a block; empty if nothing. */
    Optional<String> simulate(Movement movement, Observation seen) {
        return new Preflight(world.chain(), owner())
                .move(
                        movement,
                        seen.market().header(),
                        seen.market().conditions().l1());
    }

    private BalanceReader balances() {
        return new BalanceReader(
                world.chain(), universe(), owner(), config.settings().confirmations());
    }

    private FlowReader flows() {
        return new FlowReader(
                world.chain(), universe(), owner(), config.settings().flows());
    }

    private TransactionEngine engine(Signer signer, NonceLedger nonces, Settlement settlement, FinalityWatch finality) {
        int confirmations = config.settings().confirmations();
        return new TransactionEngine(
                owner(),
                world.heads(),
                new Signatory(universe().chainId(), killSwitch.guard(signer), log),
                new Outbox(killSwitch.guard(world.submitter()), relay(), log, latency::accepted),
                new Sightings(world.chain(), settlement, finality, confirmations),
                nonces,
                log,
                fees(),
                new SubmissionPolicy(confirmations, HEAD_TIMEOUT, RESEND_EVERY, GIVE_UP_AFTER),
                this::stoppedOrHalted);
    }

    private Optional<Outbox.PrivateRelay> relay() {
        return world.relays()
                .flatMap(relays -> sending()
                        .relay()
                        .map(file -> new Outbox.PrivateRelay(
                                killSwitch.guard(relays), file.publicAfter().count())));
    }

    private FeeRules fees() {
        return new FeeRules(
                config.network().file().replaceable(),
                config.settings().limits().maxGasPrice(),
                sending().raiseAfter().count(),
                sending().maxRaises(),
                sending().maxRaiseFactor());
    }

    private SendingFile sending() {
        return config.settings().sending();
    }

    /** What is in flight when trading stops is cancelled. */
    private Optional<String> stoppedOrHalted() {
        RiskState state = risk.state();
        return killed().or(
                        () -> state.trading() == TradingState.HALTED ? Optional.of(state.reason()) : Optional.empty());
    }

    /**
     * An agent that trades on paper.
     *
     * @param opening the account before its first trade
     */
    public AgentService onPaper(AccountState opening) {
        SimulatedExecutor executor = new SimulatedExecutor(market, opening, risk, log, gas, world.clock());
        return service(
                executor,
                Optional.empty(),
                new PaperBooks(new Reconciler(log, risk)),
                new AllowanceGuard(executor, risk, log));
    }

    /**
     * An agent over a market that is replayed.
     *
     * @param executor over this wiring's risk desk and journal
     */
    public AgentService offChain(Executor executor) {
        return service(
                executor,
                Optional.empty(),
                new PaperBooks(new Reconciler(log, risk)),
                new AllowanceGuard(executor, risk, log));
    }

    public LatencyRecorder latency() {
        return latency;
    }

    /** Of the model in force; empty when the rule decides alone. */
    public Optional<ScorerInfo> modelInfo() {
        return model.map(ActionScorer::info);
    }

    public RiskDesk risk() {
        return risk;
    }

    public Logbook log() {
        return log;
    }

    public MarketSource market() {
        return market;
    }

    /** The market if it is followed block by block: somebody must tell it of new heads between decisions. */
    public Optional<FollowedMarket> followed() {
        return followed;
    }

    private Optional<FollowedMarket> follower() {
        SyncSettings sync = config.settings().sync();
        return sync.everyBlock()
                ? Optional.of(new FollowedMarket(
                        world.chain(), universe(), owner(), sync.limits(), sync.rules(), this::lastKnown))
                : Optional.empty();
    }

    private MarketSource witnessed(MarketSource source) {
        StandingRules rules = config.settings().limits().standing();
        boolean means = rules.witnesses().contains(PriceWitness.TWAP);
        return means || rules.pinsCode()
                ? new EvidenceReader(source, world.chain(), universe(), means, rules.pinsCode())
                : source;
    }

    private MarketSource reader() {
        return new MarketReader(
                world.chain(), universe(), owner(), config.settings().sync().limits(), this::lastKnown);
    }

    /** What the books hold of a token that refuses to tell. */
    private Optional<TokenAmount> lastKnown(Token token) {
        return log.state().books().map(books -> books.balance(token));
    }

    private AgentService service(
            Executor executor, Optional<Recovery> recovery, Bookkeeping books, AllowanceGuard allowances) {
        DecisionCycle cycle = parts.cycle(executor, books, allowances);
        return new AgentService(session(mode()), executor, recovery, books, allowances, cycle, log);
    }

    /** @throws CommandException if the journal knows another configuration and nobody accepted this one */
    Optional<Hash32> confirmConfiguration() {
        return new ConfigurationPin(config, log.state().session()).confirmed();
    }

    /**
     * @param what the agent's mode, or a person's command
     * @throws CommandException as {@link #confirmConfiguration}
     */
    SessionStarted session(String what) {
        return parts.session(
                what,
                confirmConfiguration(),
                world.chain().headers(List.of(0L)).get(0).ref().hash());
    }

    private String mode() {
        return config.settings().mode().name().toLowerCase(Locale.ROOT);
    }

    private Universe universe() {
        return config.universe();
    }

    private Address owner() {
        return config.settings().owner();
    }
}
