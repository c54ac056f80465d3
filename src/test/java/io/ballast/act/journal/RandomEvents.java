package io.ballast.act.journal;

import io.ballast.act.risk.Breach;
import io.ballast.act.risk.CodePin;
import io.ballast.act.risk.Exchange;
import io.ballast.act.risk.Failures;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.LimitCode;
import io.ballast.act.risk.NavSample;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.Spend;
import io.ballast.act.risk.TradingState;
import io.ballast.act.risk.Watch;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.FeedPrice;
import io.ballast.think.action.ActionCost;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.DropReason;
import io.ballast.think.model.ActionScore;
import io.ballast.think.portfolio.UnitAccount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events of every kind with awkward contents, from a seed. */
public final class RandomEvents {
    private final Random random;

    public RandomEvents(long seed) {
        random = new Random(seed);
    }

    /** One of every kind. */
    public List<JournalEvent> oneOfEach() {
        return List.of(
                new SessionStarted(
                        text(),
                        bits(53).longValue(),
                        address(),
                        text(),
                        hash(),
                        Map.of("network", hash(), "agent", hash()),
                        Optional.of(hash()),
                        text(),
                        text(),
                        hash()),
                new BooksOpened(block(), amounts(), wei()),
                decision(5, 7),
                new RiskChanged(risk(), text()),
                new GateJudged(text(), list(this::check)),
                planned(text()),
                new IntentSigned(
                        text(),
                        bits(40).longValue(),
                        hash(),
                        bytes(),
                        bits(30).longValue(),
                        wei(),
                        wei(),
                        instant(),
                        yes()),
                new IntentBroadcast(text(), hash(), text()),
                mined(),
                new IntentUnmined(text(), hash(), hash()),
                new IntentClosed(text(), one(IntentClosed.Status.values()), text()),
                new Reconciled(block(), amounts(), amounts(), wei(), wei(), amounts()),
                new FlowsBooked(block(), list(this::flow), usd(), units()),
                new TokenFrozen(token(), one(TokenFrozen.Cause.values()), text()),
                new TokenThawed(token(), text()),
                new SpenderBanned(address(), text()),
                new Halted(text()),
                new SessionEnded(text()));
    }

    public JournalEvent any() {
        List<JournalEvent> events = oneOfEach();
        return events.get(random.nextInt(events.size()));
    }

    public DecisionMade decision(int candidates, int bars) {
        List<CandidateRecord> records =
                Stream.generate(this::candidate).limit(candidates).toList();
        List<Token> tokens = List.of(token(), token());
        WindowRecord window = new WindowRecord(
                tokens,
                Stream.generate(this::instant).limit(bars).toList(),
                Stream.generate(() -> List.of(number(), number())).limit(bars).toList());
        return new DecisionMade(
                text(),
                block(),
                wei(),
                hash(),
                text(),
                text(),
                text(),
                hash(),
                new DecisionInputs(list(this::price), amounts(), wei(), list(this::pool), window),
                records,
                list(() -> new DropRecord(text(), one(DropReason.values()), text())),
                random.nextInt(candidates),
                list(() -> new LegRecord(amount(), amount(), text(), yes() ? Optional.of(amount()) : Optional.empty())),
                text(),
                yes());
    }

    public IntentPlanned planned(String intentId) {
        Token out = token();
        return new IntentPlanned(
                intentId,
                text(),
                random.nextInt(4),
                one(ProposedTransaction.Kind.values()),
                amount(),
                out,
                new TokenAmount(out, bits(200)),
                new TokenAmount(out, bits(200)),
                address(),
                address(),
                bytes(),
                instant(),
                list(this::poolId),
                text(),
                block());
    }

    private IntentMined mined() {
        return new IntentMined(
                text(),
                hash(),
                bits(40).longValue(),
                hash(),
                random.nextInt(300),
                true,
                bits(24).longValue(),
                wei(),
                wei(),
                amount(),
                amount(),
                list(this::hash));
    }

    private CandidateRecord candidate() {
        return new CandidateRecord(
                one(ActionKind.values()),
                text(),
                text(),
                new ActionCost(usd(), usd(), usd(), usd()),
                BigDecimal.valueOf(random.nextLong(), random.nextInt(25)),
                yes() ? Optional.of(score()) : Optional.empty(),
                yes() ? OptionalDouble.of(number()) : OptionalDouble.empty(),
                text());
    }

    private ActionScore score() {
        return new ActionScore(number(), number(), number(), number(), number(), number());
    }

    private RiskState risk() {
        TradingState trading = one(TradingState.values());
        return new RiskState(
                trading,
                trading == TradingState.ACTIVE ? "" : "because " + text(),
                usd(),
                list(() -> new Spend(text(), text(), instant(), usd(), usd(), exchange(), yes())),
                list(() -> new NavSample(instant(), usd(), usd())),
                watch(trading));
    }

    private Optional<Exchange> exchange() {
        return yes() ? Optional.of(new Exchange(amount(), amount())) : Optional.empty();
    }

    private Watch watch(TradingState trading) {
        return new Watch(
                trading == TradingState.REDUCING && yes(),
                usd(),
                list(() -> new Breach(one(LimitCode.values()), instant())),
                new TreeSet<>(list(() -> one(LimitCode.values()))),
                new Failures(random.nextInt(9), instant()),
                list(() -> new CodePin(address(), hash())));
    }

    private Flow flow() {
        return new Flow(
                one(Flow.Kind.values()),
                token(),
                yes() ? bits(200) : bits(200).negate(),
                yes() ? bits(200) : bits(200).negate(),
                yes() ? Optional.of(address()) : Optional.empty(),
                yes() ? Optional.of(hash()) : Optional.empty());
    }

    private UnitAccount units() {
        return new UnitAccount(new BigDecimal(bits(90), 18), usd());
    }

    private LimitCheck check() {
        return new LimitCheck(one(LimitCode.values()), yes(), text(), random.nextInt(200));
    }

    private FeedPrice price() {
        return new FeedPrice(token(), usd(), instant(), yes());
    }

    private PoolRecord pool() {
        return yes()
                ? PoolRecord.reserves(poolId(), bits(112), bits(112))
                : PoolRecord.concentrated(poolId(), bits(160), random.nextInt(1_774_544) - 887_272, bits(128));
    }

    private PoolId poolId() {
        return yes() ? PoolId.of(address()) : new PoolId(hash().hex());
    }

    public BlockRef block() {
        return new BlockRef(bits(40).longValue(), hash(), hash(), Instant.ofEpochSecond(bits(34).longValue()));
    }

    public Hash32 hash() {
        return Hash32.of(raw(32));
    }

    public Bytes bytes() {
        return Bytes.of(raw(random.nextInt(300)));
    }

    private Token token() {
        return new Token(address(), one("WETH", "USDC", "a.b-c_d+9", "X"), random.nextInt(37));
    }

    private List<TokenAmount> amounts() {
        return list(this::amount);
    }

    private TokenAmount amount() {
        return new TokenAmount(token(), bits(256));
    }

    private Address address() {
        return Address.of(raw(20));
    }

    private Wei wei() {
        return new Wei(bits(256));
    }

    private Usd usd() {
        return new Usd(BigDecimal.valueOf(random.nextLong(), 8));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(bits(34).longValue(), yes() ? 0 : random.nextInt(1_000_000_000));
    }

    /** A finite double of any size, the borders and the signed zero included. */
    private double number() {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) && Math.abs(any) < 1e300
                ? any
                : one(-0.0, 0.0, Double.MIN_VALUE, 0.1, 1e300, Math.PI, -1e-9);
    }

    /** Of a length up to {@code size}, leading zeros likely. */
    private BigInteger bits(int size) {
        return new BigInteger(random.nextInt(size + 1), random);
    }

    /** Letters, quotes, control characters, lone surrogates. */
    private String text() {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> String.valueOf(one(
                        "a", "\"", "\\", "\n", "\0", "\u001b[31m", "→", "\ud83d\ude00", "\ud800", "\u2028", "=cmd|x")))
                .reduce("", String::concat);
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(4)).toList();
    }

    private byte[] raw(int length) {
        byte[] raw = new byte[length];
        random.nextBytes(raw);
        return raw;
    }

    private boolean yes() {
        return random.nextBoolean();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
