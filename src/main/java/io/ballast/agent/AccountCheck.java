package io.ballast.agent;

import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigFiles;
import io.ballast.base.config.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an account needs, by mode. */
record AccountCheck(Bound<AgentFile> agent, Paths paths, Problems problems) {
    void check(Mode mode) {
        AccountFile account = agent.value().account();
        if (account.signer().isEmpty()) {
            require(mode, "account.keystore", account.keystore());
            require(mode, "account.passphrase_file", account.passphraseFile());
        }
        require(mode, "account.withdraw_to", account.withdrawTo());
        secret(mode, "account.keystore", account.keystore());
        secret(mode, "account.passphrase_file", account.passphraseFile());
        agent.value()
                .control()
                .map(ControlFile::tokenFile)
                .filter(file -> Files.exists(paths.of(file)))
                .ifPresent(file -> secret(Mode.PAPER, "control.token_file", Optional.of(file)));
        agent.value()
                .notifications()
                .flatMap(NotifyFile::telegram)
                .ifPresent(telegram ->
                        secret(Mode.PAPER, "notify.telegram.token_file", Optional.of(telegram.tokenFile())));
    }

    private void require(Mode mode, String path, Optional<?> value) {
        if (mode.signs() && value.isEmpty() && agent.clean(problems, path)) {
            agent.problem(problems, path, "missing, expected where mode is not paper");
        }
    }

    /** On paper the file need not be there; where it is, it must not be open to others. */
    private void secret(Mode mode, String path, Optional<Path> file) {
        file.map(paths::of)
                .filter(f -> mode.signs() || Files.exists(f))
                .flatMap(ConfigFiles::exposed)
                .ifPresent(what -> agent.problem(problems, path, what));
    }
}
