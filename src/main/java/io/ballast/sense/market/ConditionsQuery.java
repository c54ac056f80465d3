package io.ballast.sense.market;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainProfile.BlockNumberSource;
import io.ballast.sense.chain.ChainProfile.L1DataFee;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.Multicall3;
import io.ballast.sense.dex.web3j.Nitro;
import io.ballast.sense.dex.web3j.OpStack;
import io.ballast.sense.dex.web3j.PriceFeed;
import io.ballast.sense.dex.web3j.UptimeFeed;
import io.ballast.sense.dex.web3j.Words;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What is asked of a chain beside prices and balances: the height of the block that answers, the data fee of a swap, the
 * sequencer's state. Immutable and thread-safe.
 */
final class ConditionsQuery {
    /** Size in bytes that no signed swap exceeds: three parts over three hops each, in one multicall, with its envelope. */
    static final int SWAP_BYTES = 1_600;

    private static final Bytes INCOMPRESSIBLE = incompressible();
    private final Universe universe;

    ConditionsQuery(Universe universe) {
        this.universe = universe;
    }

    /** To be asked through Multicall3, in this order. */
    List<Multicall3.Call> viaMulticall() {
        List<Multicall3.Call> calls = new ArrayList<>();
        calls.add(
                universe.chain().blockNumber() == BlockNumberSource.L1
                        ? new Multicall3.Call(Nitro.ARB_SYS, Nitro.blockNumber())
                        : new Multicall3.Call(universe.multicall(), Multicall3.blockNumber()));
        if (universe.chain().l1Fee() == L1DataFee.OUTSIDE_GAS_LIMIT) {
            calls.add(new Multicall3.Call(OpStack.GAS_PRICE_ORACLE, OpStack.feeUpperBound(SWAP_BYTES)));
            calls.add(new Multicall3.Call(OpStack.GAS_PRICE_ORACLE, OpStack.fee(INCOMPRESSIBLE)));
        }
        universe.chain()
                .sequencerFeed()
                .ifPresent(feed -> calls.add(new Multicall3.Call(feed, PriceFeed.latestRoundData())));
        return calls;
    }

    /** To be asked by themselves, in this order. */
    List<EthCall> direct() {
        return universe.chain().l1Fee() == L1DataFee.INSIDE_GAS_LIMIT
                ? List.of(EthCall.to(
                        Nitro.NODE_INTERFACE, Nitro.gasEstimateL1Component(universe.router(), INCOMPRESSIBLE)))
                : List.of();
    }

    /**
     * @param viaMulticall as many results as asked are taken from it
     * @throws ChainException MALFORMED if another block answered, or a fee is missing
     */
    ChainConditions read(Iterator<CallResult> viaMulticall, List<CallResult> direct, BlockHeader header) {
        requireSameBlock(viaMulticall.next(), header);
        L1Charge charge = switch (universe.chain().l1Fee()) {
            case NONE -> L1Charge.NONE;
            case OUTSIDE_GAS_LIMIT -> onTop(viaMulticall.next(), viaMulticall.next());
            case INSIDE_GAS_LIMIT ->
                new L1Charge(Wei.ZERO, Nitro.gasForL1(direct.getFirst().orThrow("gas estimate of the node")));
        };
        Sequencer sequencer = universe.chain().sequencerFeed().isPresent()
                ? sequencer(viaMulticall.next(), header)
                : new Sequencer.None();
        return new ChainConditions(charge, sequencer);
    }

    private static void requireSameBlock(CallResult result, BlockHeader header) {
        Words words = new Words("height of the block that answered", result.orThrow("height of the block"));
        BigInteger height = words.exactly(1).uint(0, 256);
        if (!height.equals(BigInteger.valueOf(header.ref().number()))) {
            throw words.malformed(
                    "it is " + height + ", asked for " + header.ref().number());
        }
    }

    /** Only Fjord and later know the bound by size. */
    private static L1Charge onTop(CallResult bySize, CallResult byContent) {
        CallResult known = bySize instanceof CallResult.Returned(Bytes data) && data.size() > 0 ? bySize : byContent;
        Words words = new Words("data fee of the rollup", known.orThrow("data fee of the rollup"));
        BigInteger fee = words.exactly(1).uint(0, 128);
        if (fee.signum() == 0) {
            throw words.malformed("it is zero");
        }
        return new L1Charge(new Wei(fee), 0);
    }

    private static Sequencer sequencer(CallResult result, BlockHeader header) {
        try {
            UptimeFeed.Status status = UptimeFeed.status(
                    result.orThrow("sequencer uptime feed"), header.ref().timestamp());
            return status.up() ? new Sequencer.Up(status.since()) : new Sequencer.Down(status.since());
        } catch (ChainException e) {
            return new Sequencer.Unknown(e.getMessage());
        }
    }

    /** Bytes without a zero or a repetition, so that no way of counting finds them cheap. */
    private static Bytes incompressible() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] next = {1};
        while (bytes.size() < SWAP_BYTES) {
            next = Keccak256.digest(next);
            bytes.writeBytes(next);
        }
        byte[] all = java.util.Arrays.copyOf(bytes.toByteArray(), SWAP_BYTES);
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == 0 ? 1 : all[i];
        }
        return Bytes.of(all);
    }
}
