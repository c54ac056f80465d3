package io.ballast.act.risk;

import io.ballast.base.config.Turnover;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.Evidence;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MeanPrice;
import io.ballast.sense.market.Sequencer;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A swap of 1 WETH at 2,000 USD that passes every limit; each test changes what it is about. */
final class Scene {
    static final Token USDC = new Token(address(0xc), "USDC", 6);
    static final Token WETH = new Token(address(0xe), "WETH", 18);
    static final Token FAKE = new Token(address(0xf), "USDC", 6);
    static final Address ROUTER = address(0x40);
    static final Address OWNER = address(0x77);
    static final Address SAVINGS = address(0x5a);
    static final PoolId POOL = PoolId.of(address(0x90));
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    Usd maxPerTrade = Usd.of(5_000);
    Usd maxPerDay = Usd.of(15_000);
    Bps maxTurnover = Bps.WHOLE;
    Bps maxImpact = new Bps(20);
    Bps maxSlippage = new Bps(30);
    int maxPerHour = 6;
    Wei maxGasPrice = gwei("50");
    Usd maxGasPerDay = Usd.of(100);
    Wei gasReserve = Wei.ofCoins(new BigDecimal("0.02"));
    Duration maxBlockAge = Duration.ofSeconds(30);
    Duration sequencerGrace = Duration.ofHours(1);
    Sequencer sequencer = new Sequencer.None();
    Wei l1Fee = Wei.ZERO;
    Bps maxDrawdown = new Bps(1_200);
    Set<Address> tokens = Set.of(USDC.address(), WETH.address());
    Set<PoolId> pools = Set.of(POOL);
    Spenders routers = Spenders.of(ROUTER);
    int maxTradesPerDay = 12;
    Duration cooldown = Duration.ZERO;
    Bps maxDailyLoss = new Bps(300);
    Bps maxDeviation = new Bps(100);
    Map<Token, Bps> depeg = Map.of(USDC, new Bps(100));
    Duration maxDeadline = Duration.ofMinutes(2);
    Duration lossMustLast = Duration.ZERO;
    LossAction dailyLossAction = LossAction.REFUSE;
    LossAction drawdownAction = LossAction.HALT;
    Usd maxNotionalPerHour = Usd.of(15_000);
    Usd maxSandwichLoss = Usd.of(50);
    Bps minBenefit = Bps.ZERO;
    int maxEqual = 20;
    Duration equalWithin = Duration.ofHours(1);
    Usd maxGas = Usd.of(50);
    WeightBound wethBound = new WeightBound(WETH, new Bps(1_000), new Bps(8_000));
    WeightBound usdcBound = new WeightBound(USDC, new Bps(1_000), new Bps(6_000));
    int maxFailures = 3;
    Optional<Duration> failurePause = Optional.empty();
    int maxBlocksBehind = 3;
    Duration depegMustLast = Duration.ofDays(1);
    Set<PriceWitness> witnesses = Set.of();
    Optional<Address> withdrawTo = Optional.of(SAVINGS);
    boolean pinsCode = true;
    SortedMap<Address, Hash32> accepted = new TreeMap<>();
    Optional<TradeGuard> stoplossGuard = Optional.empty();
    Optional<TradeGuard> drawdownGuard = Optional.empty();
    Optional<TradeGuard> lowProfit = Optional.empty();

    String intentId = "d1.1.swap";
    String decisionId = "d1";
    TokenAmount amountIn = whole(WETH, "1");
    TokenAmount quotedOut = whole(USDC, "1994");
    TokenAmount minOut = whole(USDC, "1988.018");
    Address target = ROUTER;
    Address spender = ROUTER;
    Address recipient = OWNER;
    List<PoolId> touched = List.of(POOL);
    Bps impact = new Bps(5);
    Duration untilDeadline = Duration.ofMinutes(1);
    long gasLimit = 200_000;
    Wei maxFee = gwei("10");

    Instant now = START;
    Duration blockAge = Duration.ofSeconds(2);
    Usd nav = Usd.of(50_000);
    Usd invested = Usd.of(49_000);
    Wei coins = Wei.ofCoins(BigDecimal.ONE);
    Usd wethPrice = Usd.of(2_000);
    Usd usdcPrice = Usd.of(1);
    boolean wethStale;
    UnaryOperator<Optional<Usd>> exit = UnaryOperator.identity();
    List<TokenAmount> holdings = List.of(whole(USDC, "30000"), whole(WETH, "9.5"));
    long head = 100;
    List<PoolState> market = List.of();
    List<MeanPrice> means = List.of();
    Map<Address, Hash32> codes = new TreeMap<>(
            Map.of(USDC.address(), hash(1), WETH.address(), hash(2), ROUTER, hash(3), FAKE.address(), hash(4)));
    Optional<Benefit> benefit = Optional.of(new Benefit(Usd.of(10), Usd.of(6)));
    Usd loss = Usd.ZERO;
    RiskState state = RiskState.INITIAL;

    static Hash32 hash(int number) {
        return new Hash32(String.format("0x%064x", number));
    }

    static Address address(int number) {
        return new Address(String.format("0x%040x", number));
    }

    static TokenAmount whole(Token token, String amount) {
        return TokenAmount.of(token, new BigDecimal(amount));
    }

    static Wei gwei(String gwei) {
        return Wei.ofGwei(new BigDecimal(gwei));
    }

    RiskLimits limits() {
        return new RiskLimits(
                maxPerTrade,
                maxPerDay,
                Turnover.of(maxTurnover),
                maxImpact,
                maxSlippage,
                maxPerHour,
                maxGasPrice,
                maxGasPerDay,
                gasReserve,
                maxBlockAge,
                sequencerGrace,
                new LossRule(maxDrawdown, lossMustLast, drawdownAction),
                tokens,
                pools,
                routers,
                maxTradesPerDay,
                cooldown,
                new LossRule(maxDailyLoss, lossMustLast, dailyLossAction),
                maxDeviation,
                depeg,
                maxDeadline,
                USDC,
                OWNER,
                withdrawTo,
                new TradeRules(
                        maxNotionalPerHour,
                        maxSandwichLoss,
                        minBenefit,
                        maxEqual,
                        equalWithin,
                        maxGas,
                        List.of(wethBound, usdcBound)),
                new StandingRules(
                        maxFailures,
                        failurePause,
                        maxBlocksBehind,
                        depegMustLast,
                        witnesses,
                        pinsCode,
                        accepted,
                        new Protections(stoplossGuard, drawdownGuard, lowProfit)));
    }

    ProposedTransaction swap() {
        return proposed(ProposedTransaction.Kind.SWAP, TokenAmount.of(quotedOut.token(), loss.value()));
    }

    /** The same facts under another name, or with a loss in another token. */
    ProposedTransaction proposed(ProposedTransaction.Kind kind, TokenAmount sandwichLoss) {
        return new ProposedTransaction(
                intentId,
                decisionId,
                kind,
                amountIn,
                quotedOut,
                minOut,
                target,
                spender,
                recipient,
                touched,
                impact,
                block().timestamp().plus(untilDeadline),
                gasLimit,
                maxFee,
                l1Fee,
                sandwichLoss,
                benefit);
    }

    ProposedTransaction approval() {
        return swap().approval(intentId + ".approve", 60_000);
    }

    ProposedTransaction revoke() {
        return ProposedTransaction.revoke(
                intentId + ".revoke",
                decisionId,
                WETH,
                WETH.address(),
                spender,
                recipient,
                START,
                60_000,
                maxFee,
                l1Fee);
    }

    /** Moves 1 WETH, or as much in coins, instead of trading it: withdrawn to the savings unless another recipient was set. */
    ProposedTransaction move(ProposedTransaction.Kind kind) {
        Address receiver = kind.withdraws() && recipient.equals(OWNER) ? SAVINGS : recipient;
        Address called = kind == ProposedTransaction.Kind.WITHDRAW_COINS ? receiver : WETH.address();
        return ProposedTransaction.move(
                intentId,
                decisionId,
                kind,
                whole(WETH, "1"),
                called,
                receiver,
                block().timestamp().plus(untilDeadline),
                gasLimit,
                maxFee,
                l1Fee);
    }

    BlockRef block() {
        return new BlockRef(100, Hash32.ZERO, Hash32.ZERO, now.minus(blockAge));
    }

    Situation situation() {
        List<FeedPrice> prices = new ArrayList<>();
        prices.add(new FeedPrice(USDC, usdcPrice, now, false));
        prices.add(new FeedPrice(WETH, wethPrice, now, wethStale));
        return new Situation(
                now,
                block(),
                nav,
                invested,
                coins,
                wethPrice,
                prices,
                sequencer,
                exit.apply(Optional.of(nav)),
                holdings,
                head,
                market,
                new Evidence(means, codes));
    }

    /** Buys WETH for 2,000 USDC instead. */
    Scene buying() {
        amountIn = whole(USDC, "2000");
        quotedOut = whole(WETH, "0.997");
        minOut = whole(WETH, "0.994009");
        return this;
    }

    Assessment assess() {
        return assess(swap());
    }

    Assessment assess(ProposedTransaction transaction) {
        return new RiskGate(limits()).assess(transaction, situation(), state);
    }

    /** Lets the swap through and keeps what the gate remembers. */
    Scene accept(String intent, String decision) {
        intentId = intent;
        decisionId = decision;
        Assessment assessment = assess();
        if (!assessment.allowed()) {
            throw new AssertionError("refused: " + assessment.refusals());
        }
        state = assessment.next();
        return this;
    }

    Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Codes that refuse the swap. */
    List<LimitCode> refusals() {
        return refusals(swap());
    }

    List<LimitCode> refusals(ProposedTransaction transaction) {
        return assess(transaction).refusals().stream().map(LimitCheck::code).toList();
    }

    LimitCheck check(LimitCode code) {
        return check(code, swap());
    }

    LimitCheck check(LimitCode code, ProposedTransaction transaction) {
        return assess(transaction).checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
