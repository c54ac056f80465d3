package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.ROUTER;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;

import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.LossAction;
import io.ballast.act.risk.LossRule;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.Spenders;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An account with 1,000 USDC, 2 WETH at 2,000 USD and 1 coin on a chain whose balances the test sets block by block. */
final class Ground extends FakeChain {
    static final Address STRANGER = new Address("0x" + "66".repeat(20));
    static final Address SAVINGS = new Address("0x" + "5a".repeat(20));
    static final Universe UNIVERSE = new Universe(
            31_337, List.of(USDC, WETH), USDC, WETH, List.of(), List.of(), ROUTER, new Address("0x" + "ca".repeat(20)));

    final MemoryJournal journal = new MemoryJournal(InstantSource.fixed(Instant.EPOCH));
    final Logbook log = new Logbook(journal);
    final RiskDesk risk = new RiskDesk(new RiskGate(limits()), log);
    long served = 31_337;
    final Set<Token> unreadable = new HashSet<>();
    final List<Allowance> allowances = new ArrayList<>();
    private final TreeMap<Long, Holding> history = new TreeMap<>();
    private final Map<Long, Hash32> forked = new TreeMap<>();

    private record Holding(BigInteger usdc, BigInteger weth, BigInteger coins) {}

    Ground() {
        history.put(0L, new Holding(whole(1_000, 6), whole(2, 18), whole(1, 18)));
        log.append(new SessionStarted(
                "live", 31_337, OWNER, "test", Hash32.ZERO, Map.of(), Optional.empty(), "", "", Hash32.ZERO));
    }

    static BigInteger whole(long amount, int decimals) {
        return BigInteger.TEN.pow(decimals).multiply(BigInteger.valueOf(amount));
    }

    /** Mines a block in which the balances change by that much. */
    void block(long usdc, long weth, long coins, LogEntry... events) {
        height++;
        Holding last = history.lastEntry().getValue();
        history.put(
                height,
                new Holding(
                        last.usdc.add(BigInteger.valueOf(usdc)),
                        last.weth.add(BigInteger.valueOf(weth)),
                        last.coins.add(BigInteger.valueOf(coins))));
        for (LogEntry event : events) {
            logs.add(new LogEntry(
                    event.address(),
                    event.topics(),
                    event.data(),
                    height,
                    block(height).hash(),
                    event.txHash(),
                    logs.size()));
        }
    }

    /** Another block takes the place of one. */
    void fork(long number) {
        forked.put(
                number,
                Hash32.of(
                        BigInteger.TWO.pow(250).add(BigInteger.valueOf(number)).toByteArray()));
    }

    LogEntry transfer(Token token, Address from, Address to, long raw) {
        return Orders.transfer(token, from, to, BigInteger.valueOf(raw), hashOf(Bytes.of((byte) height)), 0);
    }

    /** What the account really holds at the newest block. */
    Observation seen() {
        Holding now = history.lastEntry().getValue();
        AccountState account = new AccountState(
                OWNER,
                List.of(new TokenAmount(USDC, now.usdc), new TokenAmount(WETH, now.weth)),
                new Wei(now.coins),
                allowances);
        Instant time = header().ref().timestamp();
        return new Observation(
                new MarketState(
                        UNIVERSE,
                        header(),
                        List.of(),
                        List.of(
                                new FeedPrice(USDC, Usd.of(1), time, false),
                                new FeedPrice(WETH, Usd.of(2_000), time, false))),
                account);
    }

    Reconciler reconciler(int confirmations, FlowRules rules) {
        return new Reconciler(
                log,
                risk,
                new BalanceReader(this, UNIVERSE, OWNER, confirmations),
                new FlowReader(this, UNIVERSE, OWNER, rules));
    }

    <E extends JournalEvent> List<E> events(Class<E> type) {
        return journal.read(0)
                .map(entry -> entry.event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public long chainId() {
        return served;
    }

    @Override
    public List<BlockHeader> headers(List<Long> numbers) {
        return numbers.stream().map(this::headerAt).toList();
    }

    private BlockHeader headerAt(long number) {
        BlockRef known = block(number);
        BlockRef ref =
                new BlockRef(number, forked.getOrDefault(number, known.hash()), known.parent(), known.timestamp());
        return new BlockHeader(ref, Wei.of(1_000_000_000L), 15_000_000, 30_000_000);
    }

    @Override
    public List<CallResult> call(Hash32 at, List<EthCall> calls) {
        Holding then = at(at);
        return calls.stream().map(call -> balanceOf(call.to(), then)).toList();
    }

    private CallResult balanceOf(Address token, Holding then) {
        if (unreadable.stream().anyMatch(known -> known.address().equals(token))) {
            return new CallResult.Reverted(Bytes.EMPTY, "paused");
        }
        BigInteger raw = token.equals(USDC.address()) ? then.usdc : then.weth;
        return new CallResult.Returned(Bytes.parse(String.format("0x%064x", raw)));
    }

    @Override
    public Wei balance(Hash32 at, Address account) {
        return new Wei(at(at).coins);
    }

    private Holding at(Hash32 hash) {
        long number = new BigInteger(hash.hex().substring(2), 16).longValueExact();
        return history.floorEntry(number).getValue();
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        return logs.stream()
                .filter(entry -> entry.blockNumber() >= query.fromBlock() && entry.blockNumber() <= query.toBlock())
                .filter(entry -> matches(query.topics(), entry.topics()))
                .toList();
    }

    private static boolean matches(List<List<Hash32>> wanted, List<Hash32> topics) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).isEmpty()
                    && (i >= topics.size() || !wanted.get(i).contains(topics.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static RiskLimits limits() {
        Duration minute = Duration.ofMinutes(1);
        return new RiskLimits(
                Usd.of(5_000),
                Usd.of(15_000),
                Turnover.of(Bps.WHOLE),
                new Bps(50),
                new Bps(50),
                10,
                Wei.ofGwei(new BigDecimal("100")),
                Usd.of(100),
                Wei.of(1),
                minute,
                minute,
                new LossRule(new Bps(1_000), Duration.ZERO, LossAction.HALT),
                Set.of(USDC.address(), WETH.address()),
                Set.of(),
                Spenders.of(ROUTER),
                10,
                Duration.ZERO,
                new LossRule(new Bps(1_000), Duration.ZERO, LossAction.REFUSE),
                new Bps(100),
                Map.of(),
                minute,
                USDC,
                OWNER,
                Optional.empty(),
                Limits.trades(),
                Limits.standing());
    }
}
