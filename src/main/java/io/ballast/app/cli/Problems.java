package io.ballast.app.cli;

import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.JournalLockedException;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.signer.SignerStateException;
import io.ballast.agent.CommandException;
import io.ballast.base.config.ConfigException;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.devnet.contract.ContractsUnavailableException;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.anvil.AnvilException;
import io.ballast.sense.market.MisbehavingTokenException;
import io.ballast.think.model.ModelRefusedException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * What the rest of the house may throw at a verb, in words.
 *
 * @param lines one for each problem
 */
record Problems(int exitCode, List<String> lines) {

    static Optional<Problems> of(Throwable e) {
        return switch (e) {
            case UncheckedIOException io
            when io.getCause() instanceof FileSystemException file -> Optional.of(failed(words(file)));
            case UncheckedIOException io -> Optional.of(failed(String.valueOf(io.getMessage())));
            case FileSystemException file -> Optional.of(failed(words(file)));
            case ConfigException config ->
                Optional.of(new Problems(
                        ExitCode.USAGE,
                        config.problems().stream().map(Object::toString).toList()));
            case CommandException command ->
                Optional.of(new Problems(
                        command.refused() ? ExitCode.REFUSED : ExitCode.FAILED, List.of(command.getMessage())));
            case JournalLockedException locked -> Optional.of(failed(locked.getMessage() + ": stop the agent first"));
            case JournalException journal -> Optional.of(failed(String.valueOf(journal.getMessage())));
            case KeystoreException keystore ->
                Optional.of(new Problems(ExitCode.USAGE, List.of(String.valueOf(keystore.getMessage()))));
            case SigningException signing -> Optional.of(failed(signing.getMessage()));
            case SignerStateException state -> Optional.of(failed(String.valueOf(state.getMessage())));
            case DataRefusedException data -> Optional.of(new Problems(ExitCode.USAGE, List.of(data.getMessage())));
            case ModelRefusedException model -> Optional.of(failed(String.valueOf(model.getMessage())));
            case ContractsUnavailableException contracts -> Optional.of(failed(String.valueOf(contracts.getMessage())));
            case AnvilException anvil -> Optional.of(failed(String.valueOf(anvil.getMessage())));
            case MisbehavingTokenException tokens -> Optional.of(new Problems(ExitCode.FAILED, tokens.lines()));
            case ChainException chain -> Optional.of(failed(String.valueOf(chain.getMessage())));
            default -> Optional.empty();
        };
    }

    private static Problems failed(String line) {
        return new Problems(ExitCode.FAILED, List.of(line));
    }

    private static String words(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException none -> none.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            default ->
                e.getFile() + ": " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
        };
    }
}
