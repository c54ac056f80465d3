package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.V4Quoter;
import io.ballast.sense.dex.web3j.Words;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A contract's word on a swap. */
interface Judge {
    EthCall question(SwapCase swap);

    /** What differs between our result (empty if we refuse) and the contract's answer; empty if nothing does. */
    Optional<String> difference(SwapCase swap, Optional<SwapResult> ours, CallResult answer);

    /** QuoterV2: amount, price after and initialised ticks crossed. */
    record OfQuoterV2(Address quoter) implements Judge {
        @Override
        public EthCall question(SwapCase swap) {
            String name = swap.exactIn() ? "quoteExactInputSingle" : "quoteExactOutputSingle";
            AbiEncoder call = AbiEncoder.call(name + "((address,address,uint256,uint24,uint160))")
                    .address(swap.in().address())
                    .address(swap.out().address())
                    .integer(swap.amount())
                    .integer(swap.pool().feePips())
                    .integer(0);
            return EthCall.to(quoter, call.toBytes());
        }

        @Override
        public Optional<String> difference(SwapCase swap, Optional<SwapResult> ours, CallResult answer) {
            if (!(answer instanceof CallResult.Returned(Bytes data))) {
                return ours.isEmpty() ? Optional.empty() : Optional.of("the quoter refuses: " + answer);
            }
            Words words = new Words("quote", data).exactly(4);
            List<BigInteger> theirs = List.of(words.unsigned(0, 32), words.unsigned(32, 32), words.unsigned(64, 32));
            if (ours.isEmpty()) {
                return nothing(theirs.get(0)) || atTheEnd(theirs.get(1))
                        ? Optional.empty()
                        : Optional.of("we refuse, the quoter says " + theirs);
            }
            ConcentratedPool after = (ConcentratedPool) ours.get().after();
            List<BigInteger> said = List.of(
                    swap.asked(ours.get()),
                    after.sqrtPriceX96(),
                    BigInteger.valueOf(Crossings.asQuoterV2Counts((ConcentratedPool) swap.pool(), after.tick())));
            return said.equals(theirs) ? Optional.empty() : Optional.of("ours " + said + ", theirs " + theirs);
        }
    }

    /** V2's router: {@code getAmountsOut} and {@code getAmountsIn}. */
    record OfV2Router(Address router) implements Judge {
        @Override
        public EthCall question(SwapCase swap) {
            AbiEncoder call = AbiEncoder.call(
                            (swap.exactIn() ? "getAmountsOut" : "getAmountsIn") + "(uint256,address[])")
                    .integer(swap.amount())
                    .addresses(swap.in().address(), swap.out().address());
            return EthCall.to(router, call.toBytes());
        }

        @Override
        public Optional<String> difference(SwapCase swap, Optional<SwapResult> ours, CallResult answer) {
            if (!(answer instanceof CallResult.Returned(Bytes data))) {
                return ours.isEmpty() ? Optional.empty() : Optional.of("the router refuses: " + answer);
            }
            BigInteger theirs = new Words("amounts", data).exactly(4).unsigned(swap.exactIn() ? 96 : 64, 32);
            if (ours.isEmpty()) {
                return nothing(theirs) || overflows(swap, swap.exactIn() ? swap.amount() : theirs)
                        ? Optional.empty()
                        : Optional.of("we refuse, the router says " + theirs);
            }
            BigInteger said = swap.asked(ours.get());
            return said.equals(theirs) ? Optional.empty() : Optional.of("ours " + said + ", theirs " + theirs);
        }

        /** The router quotes what the pair, which holds its reserves in 112 bits, will then refuse. */
        private static boolean overflows(SwapCase swap, BigInteger in) {
            ConstantProductPool pair = (ConstantProductPool) swap.pool();
            BigInteger reserve = swap.zeroForOne() ? pair.reserve0() : pair.reserve1();
            return reserve.add(in).bitLength() > 112;
        }
    }

    /** V4Quoter: the amount. */
    record OfV4Quoter(Address quoter) implements Judge {
        @Override
        public EthCall question(SwapCase swap) {
            PoolSpec pool = swap.pool().spec();
            return EthCall.to(
                    quoter,
                    swap.exactIn()
                            ? V4Quoter.exactInput(pool, new TokenAmount(swap.in(), swap.amount()))
                            : V4Quoter.exactOutput(pool, new TokenAmount(swap.out(), swap.amount())));
        }

        @Override
        public Optional<String> difference(SwapCase swap, Optional<SwapResult> ours, CallResult answer) {
            if (!(answer instanceof CallResult.Returned(Bytes data))) {
                return ours.isEmpty() ? Optional.empty() : Optional.of("the quoter refuses: " + answer);
            }
            BigInteger theirs = V4Quoter.amount(data);
            if (ours.isEmpty()) {
                return nothing(theirs) ? Optional.empty() : Optional.of("we refuse, the quoter says " + theirs);
            }
            BigInteger said = swap.asked(ours.get());
            return said.equals(theirs) ? Optional.empty() : Optional.of("ours " + said + ", theirs " + theirs);
        }
    }

    /**
     * Our witness, which swaps in the pool itself: both flows, price, tick and liquidity after.
     *
     * @param manager of V4's pools
     */
    record OfWitness(Address witness, Address manager) implements Judge {
        @Override
        public EthCall question(SwapCase swap) {
            PoolSpec pool = swap.pool().spec();
            AbiEncoder call = pool.venue() == Venue.UNISWAP_V4
                    ? Singleton.key(
                            AbiEncoder.call("swapV4(address,(address,address,uint24,int24,address),bool,int256)")
                                    .address(manager),
                            PoolKey.of(pool))
                    : AbiEncoder.call("swapV3(address,bool,int256)")
                            .address(pool.id().address());
            call.bool(swap.zeroForOne())
                    .integer(swap.exactIn() ? swap.amount() : swap.amount().negate());
            return EthCall.to(witness, call.toBytes());
        }

        @Override
        public Optional<String> difference(SwapCase swap, Optional<SwapResult> ours, CallResult answer) {
            if (!(answer instanceof CallResult.Returned(Bytes data))) {
                return ours.isEmpty() ? Optional.empty() : Optional.of("the pool refuses: " + answer);
            }
            Words words = new Words("what the witness saw", data).exactly(5);
            List<BigInteger> theirs = List.of(
                    words.signed(swap.zeroForOne() ? 0 : 32, 32),
                    words.signed(swap.zeroForOne() ? 32 : 0, 32).negate(),
                    words.unsigned(64, 32),
                    words.signed(96, 32),
                    words.unsigned(128, 32));
            if (ours.isEmpty()) {
                return nothing(theirs.get(1)) || atTheEnd(theirs.get(2))
                        ? Optional.empty()
                        : Optional.of("we refuse, the pool says " + theirs);
            }
            ConcentratedPool after = (ConcentratedPool) ours.get().after();
            List<BigInteger> said = List.of(
                    ours.get().amountIn().raw(),
                    ours.get().amountOut().raw(),
                    after.sqrtPriceX96(),
                    BigInteger.valueOf(after.tick()),
                    after.liquidity());
            if (ours.get().ticksCrossed() != Crossings.really((ConcentratedPool) swap.pool(), after.tick())) {
                return Optional.of(
                        "ours crossed " + ours.get().ticksCrossed() + " ticks on its way to " + after.tick());
            }
            return said.equals(theirs) ? Optional.empty() : Optional.of("ours " + said + ", theirs " + theirs);
        }
    }

    private static boolean nothing(BigInteger amount) {
        return amount.signum() == 0;
    }

    /** A swap that stopped at the limit of prices did not use the whole amount. */
    private static boolean atTheEnd(BigInteger price) {
        return price.equals(TickMath.MIN_SQRT_RATIO.add(BigInteger.ONE))
                || price.equals(TickMath.MAX_SQRT_RATIO.subtract(BigInteger.ONE));
    }
}
