package io.ballast.lab.bench;

import io.ballast.base.units.UInt256;

/** One swap of a benchmark, from the pool's initial state. */
public record SwapOrder(boolean zeroForOne, UInt256 amountIn) {}
