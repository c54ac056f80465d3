package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.dex.web3j.Encoding;
import io.ballast.sense.dex.web3j.Multicall3;
import io.ballast.sense.dex.web3j.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The contracts' own answers at one block: what our reading and arithmetic are held against. */
final class DevnetMarket {
    private static final int BATCH = 500;
    private final ChainReader chain;
    private final Hash32 at;
    private final Address multicall;

    DevnetMarket(ChainReader chain, Hash32 at, Address multicall) {
        this.chain = chain;
        this.at = at;
        this.multicall = multicall;
    }

    /** A V3 pool by its getters, word by word and tick by tick. */
    ConcentratedPool pool(PoolSpec spec) {
        Address pool = spec.id().address();
        Words slot0 = ask(pool, "3850c7bd");
        BigInteger liquidity = ask(pool, "1a686502").uint(0, 128);
        int last = 887_272 / spec.tickSpacing();
        int[] wordsOfBits = IntStream.rangeClosed(-last >> 8, last >> 8).toArray();
        List<Words> bitmaps = getters(pool, "5339c296", wordsOfBits);
        int[] indexes = IntStream.range(0, wordsOfBits.length)
                .flatMap(i -> bits(bitmaps.get(i)).map(bit -> (wordsOfBits[i] * 256 + bit) * spec.tickSpacing()))
                .toArray();
        BigInteger[] nets = getters(pool, "f30dba93", indexes).stream()
                .map(tick -> tick.sint(32, 128))
                .toArray(BigInteger[]::new);
        TickTable ticks = TickTable.complete(spec.tickSpacing(), indexes, nets);
        int tick = slot0.sint(32, 24).intValueExact();
        return new ConcentratedPool(spec, slot0.uint(0, 160), tick, liquidity, ticks);
    }

    private static IntStream bits(Words bitmap) {
        BigInteger word = bitmap.unsigned(0, 32);
        return IntStream.range(0, 256).filter(word::testBit);
    }

    private List<Words> getters(Address target, String selector, int[] arguments) {
        List<Multicall3.Call> calls = IntStream.of(arguments)
                .mapToObj(i -> new Multicall3.Call(
                        target, Encoding.of().raw(selector).word(i).build()))
                .toList();
        List<Words> answers = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += BATCH) {
            List<Multicall3.Call> batch = calls.subList(from, Math.min(calls.size(), from + BATCH));
            EthCall call = EthCall.to(multicall, Multicall3.aggregate3(batch));
            Bytes answer = chain.call(at, List.of(call)).get(0).orThrow("getters");
            Multicall3.results(answer, batch.size())
                    .forEach(result -> answers.add(new Words("getter", result.orThrow("getter"))));
        }
        return answers;
    }

    private Words ask(Address target, String selector) {
        EthCall call = EthCall.to(target, Encoding.of().raw(selector).build());
        return new Words(selector, chain.call(at, List.of(call)).get(0).orThrow(selector));
    }

    /** Answers to many calls, in JSON-RPC batches. */
    List<CallResult> all(List<EthCall> calls) {
        return IntStream.iterate(0, from -> from < calls.size(), from -> from + 100)
                .mapToObj(from -> chain.call(at, calls.subList(from, Math.min(calls.size(), from + 100))))
                .flatMap(List::stream)
                .toList();
    }

    /** QuoterV2's quoteExactInputSingle: amount out, then price after. */
    static EthCall quoter(Address quoter, PoolSpec pool, TokenAmount in, Token out) {
        return EthCall.to(
                quoter,
                Encoding.of()
                        .raw("c6a5026a")
                        .word(in.token().address())
                        .word(out.address())
                        .word(in.raw())
                        .word(pool.feePips())
                        .word(0)
                        .build());
    }

    /** The V2 router's getAmountsOut along a path of tokens. */
    static EthCall amountsOut(Address router, TokenAmount in, Token... path) {
        Encoding data = Encoding.of().raw("d06ca61f").word(in.raw()).word(64).word(path.length);
        Stream.of(path).forEach(token -> data.word(token.address()));
        return EthCall.to(router, data.build());
    }
}
