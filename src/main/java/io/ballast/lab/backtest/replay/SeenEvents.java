package io.ballast.lab.backtest.replay;

import io.ballast.sense.chain.BlockHeader;

/**
 * What a run over recorded events saw.
 *
 * @param from block whose states were the first
 * @param to the last block that was played
 * @param tally what the pools went through
 * @param hash of the states at the start, and of all headers and events, hex
 * @param own transactions of a recorded agent that were taken out
 */
public record SeenEvents(BlockHeader from, BlockHeader to, ReplayTally tally, String hash, int own) {}
