package io.ballast.app.cli.screen;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.LimitCode;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.lab.demo.DemoFrame;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RouteQuote;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.ActionCost;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import io.ballast.think.strategy.Allocation;
import io.ballast.think.strategy.CandidateVerdict;
import io.ballast.think.strategy.Proposal;
import io.ballast.think.strategy.ScorerChoice;
import io.ballast.think.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Views of one made-up cycle: four tokens, three candidates, one swap. */
final class Views {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Token LINK = token(1, "LINK", 18);
    private static final Token USDC = token(2, "USDC", 6);
    private static final Token WBTC = token(3, "WBTC", 8);
    private static final Token WETH = token(4, "WETH", 18);
    private static final List<Token> TOKENS = List.of(LINK, USDC, WBTC, WETH);
    private static final List<Usd> PRICES = List.of(Usd.of(15), Usd.of(1), Usd.of(60_000), Usd.of(2_500));
    private static final Observation SEEN = observation();

    private Views() {}

    /** A swap that filled as quoted. */
    static DemoView traded() {
        return view(1, List.of(filled("982.400000")), TradingState.ACTIVE, passed());
    }

    /** The same, in full. */
    static DemoView explained() {
        DemoView view = traded();
        return new DemoView(view.number(), view.outcome(), view.frame(), true, "");
    }

    /** Held by choice: nothing came before the limits. */
    static DemoView held() {
        return view(0, List.of(), TradingState.ACTIVE, List.of());
    }

    /** Halted by the drawdown limit. */
    static DemoView halted() {
        LimitCheck refusal = new LimitCheck(LimitCode.DRAWDOWN_EXCEEDS_MAX, false, "12.40% > 12.00%", 103);
        return view(1, List.of(), TradingState.HALTED, List.of(passed().get(0), refusal));
    }

    private static DemoView view(
            int chosen, List<IntentOutcome> intents, TradingState trading, List<LimitCheck> checks) {
        String reason = trading == TradingState.ACTIVE ? "" : "drawdown 12.40% > 12.00%";
        RiskState risk = new RiskState(trading, reason, Usd.of(50_700), List.of(), List.of());
        CycleOutcome outcome = new CycleOutcome(
                Optional.of(decision(chosen)),
                intents,
                checks,
                SEEN,
                risk,
                chosen == 0 ? "the lower bound of every move is below zero" : "best lower bound of 3");
        return new DemoView(14, outcome, frame(), false, "");
    }

    private static DemoFrame frame() {
        return new DemoFrame(
                strategy(),
                20,
                7,
                usd("50412.18"),
                usd("50377.40"),
                0.006,
                usd("1.92"),
                Wei.of(1_200_000_000L),
                List.of(
                        Optional.of(new Bps(200)),
                        Optional.empty(),
                        Optional.of(new Bps(280)),
                        Optional.of(new Bps(280))),
                "demo-v1",
                "9f3c51d2a7",
                142);
    }

    private static Decision decision(int chosen) {
        List<Candidate> candidates = List.of(
                candidate(ActionKind.HOLD, "HOLD", List.of(), ActionCost.NONE),
                candidate(
                        ActionKind.SHIFT,
                        "WETH→USDC",
                        List.of(leg("0.3932", "982.400000")),
                        new ActionCost(usd("0.49"), usd("0.11"), usd("0.04"), usd("0.30"))),
                candidate(
                        ActionKind.MOVE,
                        "75% to strategy",
                        List.of(leg("0.6", "1498.100000")),
                        new ActionCost(usd("0.75"), usd("0.30"), usd("0.05"), usd("0.45"))));
        Scores model = new Scores(
                "demo-v1",
                "9f3c51d2a7",
                List.of(
                        new ActionScore(0, 0, 0, -1, 0, 1),
                        new ActionScore(0.9, 0.7, 0.2, -1, 0, 1),
                        new ActionScore(0.8, 1.1, -0.3, -1, 0, 1)));
        List<CandidateVerdict> verdicts = chosen == 0
                ? List.of(verdict("Chosen"), verdict("Lower bound under zero"), verdict("Lower bound under zero"))
                : List.of(verdict("Lower score"), verdict("Chosen"), verdict("Lower bound under zero"));
        return new Decision(
                "d000014",
                SEEN,
                SEEN_WEIGHTS,
                candidates,
                List.of(),
                Optional.empty(),
                Optional.of(model),
                new Proposal(candidates.get(chosen), chosen, "best lower bound", verdicts));
    }

    private static final Weights SEEN_WEIGHTS = Weights.of(Holdings.of(SEEN.account()), SEEN.market());

    private static Candidate candidate(ActionKind kind, String label, List<Leg> legs, ActionCost cost) {
        Holdings holdings = Holdings.of(SEEN.account());
        return new Candidate(kind, label, "", legs, cost, holdings, SEEN_WEIGHTS, BigDecimal.ZERO);
    }

    private static Leg leg(String weth, String usdc) {
        PoolId pool = new PoolId("0x" + "ab".repeat(20));
        Route route = new Route(List.of(new Hop(pool, Venue.UNISWAP_V3, 500, WETH, USDC)));
        RouteQuote quote = new RouteQuote(
                route, amount(WETH, weth), amount(USDC, usdc), List.of(), new Bps(2), BigDecimal.ZERO, 120_000);
        SandwichBound sandwich = new SandwichBound(
                amount(USDC, usdc),
                TokenAmount.zero(USDC),
                pool,
                TokenAmount.zero(WETH),
                TokenAmount.zero(WETH),
                false);
        return new Leg(
                SwapQuote.of(List.of(quote), List.of()), amount(WETH, weth).at(Usd.of(2_500)), sandwich);
    }

    private static IntentOutcome filled(String received) {
        Receipt receipt = new Receipt(
                new Hash32("0x8d1e" + "0".repeat(60)),
                true,
                1484,
                Hash32.ZERO,
                0,
                118_000,
                Wei.of(1),
                Wei.ZERO,
                List.of());
        return new IntentOutcome.Filled("d000014.1.swap", receipt, amount(WETH, "0.3932"), amount(USDC, received));
    }

    private static List<LimitCheck> passed() {
        return List.of(
                new LimitCheck(LimitCode.ROUTER_NOT_ALLOWED, true, "listed", 0),
                new LimitCheck(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY, true, "9,150.00 USD ≤ 15,000.00 USD", 61),
                new LimitCheck(LimitCode.PRICE_IMPACT_EXCEEDS_MAX, true, "2.00 bps ≤ 20.00 bps", 10));
    }

    private static CandidateVerdict verdict(String words) {
        return new CandidateVerdict(words.equals("Chosen"), words);
    }

    private static Strategy strategy() {
        return new Strategy(
                "core4",
                USDC,
                List.of(
                        allocation(LINK, 1_000),
                        allocation(USDC, 3_000),
                        allocation(WBTC, 2_500),
                        allocation(WETH, 3_500)),
                Duration.ofHours(1),
                Optional.empty(),
                List.of(new Bps(10_000)),
                Usd.of(200),
                new ScorerChoice("band", Optional.empty()),
                new Bps(30),
                new Bps(20),
                new Bps(3),
                Duration.ofSeconds(60),
                Duration.ZERO);
    }

    private static Allocation allocation(Token token, int target) {
        return new Allocation(token, new Bps(target), Bps.ZERO, Bps.WHOLE);
    }

    private static Observation observation() {
        Universe universe = new Universe(31337, TOKENS, USDC, WETH, List.of(), List.of(), Address.ZERO, Address.ZERO);
        BlockRef block = new BlockRef(1482, Hash32.ZERO, Hash32.ZERO, NOW);
        BlockHeader header = new BlockHeader(block, Wei.of(1_000_000_000L), 15_000_000, 30_000_000);
        List<FeedPrice> prices = java.util.stream.IntStream.range(0, TOKENS.size())
                .mapToObj(i -> new FeedPrice(TOKENS.get(i), PRICES.get(i), NOW, false))
                .toList();
        List<TokenAmount> balances =
                List.of(amount(LINK, "299.1"), amount(USDC, "14115"), amount(WBTC, "0.2033"), amount(WETH, "7.844"));
        AccountState account = new AccountState(Address.ZERO, balances, Wei.ofCoins(BigDecimal.ONE), List.of());
        return new Observation(new MarketState(universe, header, List.of(), prices), account);
    }

    private static Token token(int number, String symbol, int decimals) {
        return new Token(new Address(String.format("0x%040x", number)), symbol, decimals);
    }

    private static TokenAmount amount(Token token, String whole) {
        return TokenAmount.of(token, new BigDecimal(whole));
    }

    private static Usd usd(String text) {
        return Usd.of(new BigDecimal(text));
    }
}
