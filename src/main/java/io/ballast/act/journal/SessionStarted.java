package io.ballast.act.journal;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;

/**
 * The agent started on an account.
 *
 * @param mode {@code paper}, {@code live}
 * @param version of the program
 * @param configHash SHA-256 of the resolved configuration
 * @param model name of the scorer's model; empty for rules alone
 * @param modelSha256 of the model's card, lower-case hex; empty for rules alone
 * @param genesis hash of block 0, so that a journal is never continued on another chain of the same id
 */
public record SessionStarted(
        String mode,
        long chainId,
        Address account,
        String version,
        Hash32 configHash,
        String model,
        String modelSha256,
        Hash32 genesis)
        implements JournalEvent {}
