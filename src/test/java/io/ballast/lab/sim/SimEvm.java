package io.ballast.lab.sim;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.web3j.CodeReads;
import io.ballast.sense.market.FeedSpec;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The contracts of the simulated chain on one state, which their transactions change: tokens, router, pools, feeds, Multicall3
 * and the lens. Calldata is decoded by hand, so that what the product encodes is judged and not believed.
 */
final class SimEvm {
    private static final int APPROVE = Wire.selector("approve(address,uint256)");
    private static final int SEND = Wire.selector("transfer(address,uint256)");
    private static final int BALANCE = Wire.selector("balanceOf(address)");
    private static final int ALLOWANCE = Wire.selector("allowance(address,address)");
    private static final int LATEST_ROUND = Wire.selector("latestRoundData()");
    private static final int AGGREGATE = Wire.selector("aggregate3((address,bool,bytes)[])");
    private static final int ETH_BALANCE = Wire.selector("getEthBalance(address)");
    private static final int BLOCK_NUMBER = Wire.selector("getBlockNumber()");
    private static final Hash32 TRANSFER = Wire.topic("Transfer(address,address,uint256)");
    private static final Hash32 APPROVAL = Wire.topic("Approval(address,address,uint256)");
    private static final Hash32 SYNC = Wire.topic("Sync(uint112,uint112)");
    private static final Hash32 PAIR_SWAP = Wire.topic("Swap(address,uint256,uint256,uint256,uint256,address)");
    private static final Hash32 POOL_SWAP = Wire.topic("Swap(address,address,int256,int256,uint160,uint128,int24)");
    private static final int LENS_ENTRY = 25;

    /** What a call did. */
    record Outcome(boolean succeeded, Bytes data) {
        static Outcome of(BigInteger... words) {
            return new Outcome(true, Wire.words(words));
        }
    }

    /** An event before it has a place in a block. */
    record Event(Address address, List<Hash32> topics, Bytes data) {}

    /** Undoes the transaction. */
    static final class Revert extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Revert(String reason) {
            super(reason, null, false, false);
        }

        /** As Solidity encodes a reason. */
        Bytes data() {
            byte[] reason = String.valueOf(getMessage()).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(Wire.number(BigInteger.valueOf(Wire.selector("Error(string)")), 4));
            out.writeBytes(Wire.number(BigInteger.valueOf(32), 32));
            out.writeBytes(Wire.number(BigInteger.valueOf(reason.length), 32));
            out.writeBytes(java.util.Arrays.copyOf(reason, Math.ceilDiv(reason.length, 32) * 32));
            return Bytes.of(out.toByteArray());
        }
    }

    private final SimState state;
    private final long number;
    private final long time;
    private final List<Event> events = new ArrayList<>();

    SimEvm(SimState state, long number, long time) {
        this.state = state;
        this.number = number;
        this.time = time;
    }

    List<Event> events() {
        return events;
    }

    /** A question of a node; changes nothing. */
    Outcome read(EthCall call) {
        if (call.to().equals(SimSetup.UNIVERSE.multicall())
                && !call.codeOverrides().isEmpty()) {
            return aggregate(Wire.arguments(call.data()), this::code);
        }
        if (!call.codeOverrides().isEmpty()) {
            return new Outcome(true, lens(call.data()));
        }
        return read(call.to(), call.data());
    }

    private Outcome read(Address to, Bytes data) {
        int selector = Wire.selector(data);
        Bytes arguments = data.size() < 4 ? Bytes.EMPTY : Wire.arguments(data);
        if (to.equals(SimSetup.UNIVERSE.multicall())) {
            return multicall(selector, arguments);
        }
        if (state.isFeed(to) && selector == LATEST_ROUND) {
            SimState.Round round = state.feed(to);
            BigInteger updated = BigInteger.valueOf(round.updatedAt());
            return Outcome.of(BigInteger.ONE, round.answer(), updated, updated, BigInteger.ONE);
        }
        if (isToken(to) && selector == BALANCE) {
            return Outcome.of(state.balance(to, Wire.address(arguments, 0)));
        }
        if (isToken(to) && selector == ALLOWANCE) {
            return Outcome.of(state.allowance(to, Wire.address(arguments, 0), Wire.address(arguments, 1)));
        }
        return new Outcome(true, Bytes.EMPTY);
    }

    private Outcome multicall(int selector, Bytes arguments) {
        if (selector == BLOCK_NUMBER) {
            return Outcome.of(BigInteger.valueOf(number));
        }
        if (selector == ETH_BALANCE) {
            boolean ours = Wire.address(arguments, 0).equals(SimSetup.OWNER);
            return Outcome.of(ours ? state.coins() : BigInteger.ZERO);
        }
        if (selector != AGGREGATE) {
            return new Outcome(false, Bytes.EMPTY);
        }
        return aggregate(arguments, this::read);
    }

    private static Outcome aggregate(Bytes arguments, BiFunction<Address, Bytes, Outcome> read) {
        return new Outcome(
                true,
                Wire.results(Wire.members(Wire.tail(arguments, 0)).stream()
                        .map(call -> read.apply(Wire.address(call, 0), Wire.string(Wire.tail(call, 2))))
                        .toList()));
    }

    /** What lent code finds for each word: hash or size of the code at an address; every slot is zero. */
    private Outcome code(Address reader, Bytes input) {
        BigInteger[] words = new BigInteger[input.size() / 32];
        for (int i = 0; i < words.length; i++) {
            boolean hashes = reader.equals(CodeReads.HASHES);
            words[i] = hashes || reader.equals(CodeReads.SIZES)
                    ? print(state.code(Wire.address(input, i)), hashes)
                    : BigInteger.ZERO;
        }
        return Outcome.of(words);
    }

    private static BigInteger print(Bytes code, boolean hash) {
        return hash ? new BigInteger(1, Keccak256.digest(code.toArray())) : BigInteger.valueOf(code.size());
    }

    /** What {@code PoolLens.sol} answers. */
    private Bytes lens(Bytes input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Wire.number(BigInteger.valueOf(time), 8));
        for (int at = 0; at < input.size(); at += LENS_ENTRY) {
            switch (state.pools().get(PoolId.of(Address.of(input.slice(at, 20))))) {
                case ConstantProductPool pair -> {
                    out.writeBytes(Wire.number(pair.reserve0(), 14));
                    out.writeBytes(Wire.number(pair.reserve1(), 14));
                }
                case ConcentratedPool pool -> pool(out, pool);
                case null, default -> throw new IllegalStateException("the lens was asked for another pool");
            }
        }
        return Bytes.of(out.toByteArray());
    }

    private static void pool(ByteArrayOutputStream out, ConcentratedPool pool) {
        out.writeBytes(Wire.number(pool.sqrtPriceX96(), 20));
        out.writeBytes(Wire.number(BigInteger.valueOf(pool.tick()), 3));
        out.writeBytes(Wire.number(pool.liquidity(), 16));
        out.writeBytes(Wire.number(BigInteger.valueOf(pool.ticks().size()), 3));
        for (int i = 0; i < pool.ticks().size(); i++) {
            out.writeBytes(Wire.number(BigInteger.valueOf(pool.ticks().index(i)), 3));
            out.writeBytes(Wire.number(pool.ticks().net(i), 16));
        }
    }

    /**
     * A transaction of the owner, and what it returns.
     *
     * @throws Revert if it does; the state is not to be used then
     */
    Bytes execute(Address to, Bytes data) {
        int selector = Wire.selector(data);
        if (isToken(to) && selector == APPROVE) {
            Bytes arguments = Wire.arguments(data);
            Address spender = Wire.address(arguments, 0);
            state.allow(to, SimSetup.OWNER, spender, Wire.word(arguments, 1));
            events.add(new Event(
                    to,
                    List.of(APPROVAL, Wire.topic(SimSetup.OWNER), Wire.topic(spender)),
                    Wire.words(Wire.word(arguments, 1))));
            return Wire.words(BigInteger.ONE);
        }
        if (isToken(to) && selector == SEND) {
            Bytes arguments = Wire.arguments(data);
            move(to, SimSetup.OWNER, Wire.address(arguments, 0), Wire.word(arguments, 1));
            return Wire.words(BigInteger.ONE);
        }
        if (isToken(to)) {
            return read(to, data).data();
        }
        if (to.equals(SimSetup.UNIVERSE.router())) {
            SimOrder order = SimOrder.of(data).orElseThrow(() -> new Revert("no such function"));
            if (time > order.deadline().getEpochSecond()) {
                throw new Revert("Transaction too old");
            }
            order.parts().forEach(this::swap);
        } else if (data.size() > 0) {
            throw new Revert("no such contract");
        }
        return Bytes.EMPTY;
    }

    private void swap(SimOrder.Part part) {
        Token in = token(part.path().getFirst().in());
        BigInteger allowed = state.allowance(in.address(), SimSetup.OWNER, SimSetup.UNIVERSE.router());
        if (allowed.compareTo(part.amountIn()) < 0) {
            throw new Revert("STF");
        }
        state.allow(in.address(), SimSetup.OWNER, SimSetup.UNIVERSE.router(), allowed.subtract(part.amountIn()));
        TokenAmount amount = new TokenAmount(in, part.amountIn());
        Address payer = SimSetup.OWNER;
        for (SimOrder.Step step : part.path()) {
            PoolState pool = pool(step);
            move(amount.token().address(), payer, pool.id().address(), amount.raw());
            amount = swap(pool, amount, token(step.out()), part.recipient());
            payer = pool.id().address();
        }
        move(amount.token().address(), payer, part.recipient(), amount.raw());
        if (amount.raw().compareTo(part.minOut()) < 0) {
            throw new Revert("Too little received");
        }
    }

    /** A swap of anybody: the pool's state and its events. */
    TokenAmount swap(PoolState pool, TokenAmount amount, Token out, Address recipient) {
        try {
            SwapResult result = pool.swapExactIn(amount, out);
            state.put(result.after());
            Address router = SimSetup.UNIVERSE.router();
            boolean zeroForOne = amount.token().equals(pool.token0());
            switch (result.after()) {
                case ConstantProductPool after -> pair(after, result, zeroForOne, recipient);
                case ConcentratedPool after ->
                    events.add(new Event(
                            pool.id().address(),
                            List.of(POOL_SWAP, Wire.topic(router), Wire.topic(recipient)),
                            Wire.words(
                                    zeroForOne
                                            ? amount.raw()
                                            : result.amountOut().raw().negate(),
                                    zeroForOne ? result.amountOut().raw().negate() : amount.raw(),
                                    after.sqrtPriceX96(),
                                    after.liquidity(),
                                    BigInteger.valueOf(after.tick()))));
                default -> throw new IllegalStateException("no such pool in the simulation");
            }
            return result.amountOut();
        } catch (InsufficientLiquidityException e) {
            throw new Revert("SPL");
        }
    }

    private void pair(ConstantProductPool after, SwapResult result, boolean zeroForOne, Address recipient) {
        BigInteger in = result.amountIn().raw();
        BigInteger out = result.amountOut().raw();
        Address pool = after.id().address();
        events.add(new Event(pool, List.of(SYNC), Wire.words(after.reserve0(), after.reserve1())));
        events.add(new Event(
                pool,
                List.of(PAIR_SWAP, Wire.topic(SimSetup.UNIVERSE.router()), Wire.topic(recipient)),
                Wire.words(
                        zeroForOne ? in : BigInteger.ZERO,
                        zeroForOne ? BigInteger.ZERO : in,
                        zeroForOne ? BigInteger.ZERO : out,
                        zeroForOne ? out : BigInteger.ZERO)));
    }

    /** Moves tokens between accounts that are not pools; what pools hold is in their states. */
    void move(Address token, Address from, Address to, BigInteger raw) {
        if (from.equals(SimSetup.OWNER)) {
            if (state.balance(token, from).compareTo(raw) < 0) {
                throw new Revert("STF");
            }
            state.addBalance(token, from, raw.negate());
        }
        if (!state.pools().containsKey(PoolId.of(to))) {
            state.addBalance(token, to, raw);
        }
        events.add(new Event(token, List.of(TRANSFER, Wire.topic(from), Wire.topic(to)), Wire.words(raw)));
    }

    private PoolState pool(SimOrder.Step step) {
        return state.pools().values().stream()
                .filter(pool -> pool.holds(token(step.in())) && pool.holds(token(step.out())))
                .filter(pool -> step.fee() == 0
                        ? pool instanceof ConstantProductPool
                        : pool instanceof ConcentratedPool && pool.feePips() == step.fee())
                .findFirst()
                .orElseThrow(() -> new Revert("no such pool"));
    }

    private static Token token(Address address) {
        return SimSetup.UNIVERSE.tokens().stream()
                .filter(token -> token.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new Revert("no such token"));
    }

    private static boolean isToken(Address address) {
        return SimSetup.UNIVERSE.tokens().stream()
                .anyMatch(token -> token.address().equals(address));
    }

    /** Feed of a token. */
    static Address feed(Token token) {
        return SimSetup.UNIVERSE.feeds().stream()
                .filter(feed -> feed.token().equals(token))
                .map(FeedSpec::feed)
                .findFirst()
                .orElseThrow();
    }

    static Hash32 hash(String text) {
        return Hash32.of(Keccak256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
