package io.ballast.act.journal;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.util.Map;
import java.util.Optional;

/**
 * The agent started on an account, or a person's command did.
 *
 * @param mode {@code paper}, {@code live}; of a command its verb, with {@code while halted} and the reason where a person passed
 *     over the kill switch
 * @param version of the program
 * @param configHash SHA-256 of the resolved configuration; the mode is no part of it
 * @param files SHA-256 of its parts: {@code agent}, {@code strategy}, {@code network}
 * @param insteadOf {@code configHash} of the session before, where it was another and a person accepted this one
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
        Map<String, Hash32> files,
        Optional<Hash32> insteadOf,
        String model,
        String modelSha256,
        Hash32 genesis)
        implements JournalEvent {
    public SessionStarted {
        files = Map.copyOf(files);
    }
}
