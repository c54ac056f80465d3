package io.ballast.agent;

import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.STRATEGY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.act.journal.SessionStarted;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationPinTest {
    @TempDir
    Path directory;

    private AgentConfiguration before;

    @BeforeEach
    void first() {
        before = new ConfigSandbox(directory).load();
    }

    @Test
    void theFirstSessionAndOneThatIsTheSameNeedNobody() {
        assertThat(new ConfigurationPin(before, Optional.empty()).confirmed()).isEmpty();
        assertThat(new ConfigurationPin(before, session(before.files())).confirmed())
                .isEmpty();
    }

    @Test
    void theModeIsNoPartOfIt() {
        AgentConfiguration shadow = new ConfigSandbox(directory)
                .edit(AGENT, "mode: paper", "mode: shadow")
                .load();

        assertThat(new ConfigurationPin(shadow, session(before.files())).confirmed())
                .isEmpty();
    }

    @Test
    void anotherIsRefusedAndTheChangedFilesAreNamed() {
        AgentConfiguration changed = changed();

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> new ConfigurationPin(changed, session(before.files())).confirmed())
                .matches(CommandException::refused)
                .withMessage("the configuration is not that of the journal's last session (changed: agent, strategy): "
                        + "'ballast show-config' shows it, --accept-config "
                        + changed.digest().substring(0, 8) + " accepts it");
        assertThatExceptionOfType(CommandException.class)
                .as("a journal of the time before files were named")
                .isThrownBy(() -> new ConfigurationPin(changed, session(Map.of())).confirmed())
                .withMessageContaining("last session: ");
    }

    @Test
    void isAcceptedByItsOwnDigestOnly() {
        AgentConfiguration changed = changed();
        Optional<SessionStarted> last = session(before.files());

        assertThat(new ConfigurationPin(changed.accepting(changed.digest().substring(0, 8)), last).confirmed())
                .contains(before.hash());
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> new ConfigurationPin(changed.accepting(before.digest()), last).confirmed());
    }

    private AgentConfiguration changed() {
        return new ConfigSandbox(directory)
                .edit(AGENT, "50000 USD", "50001 USD")
                .edit(STRATEGY, "deadline: 60s", "deadline: 61s")
                .load();
    }

    private Optional<SessionStarted> session(Map<String, Hash32> files) {
        return Optional.of(new SessionStarted(
                "paper", 1, Address.ZERO, "0.1", before.hash(), files, Optional.empty(), "", "", Hash32.ZERO));
    }
}
