package io.ballast.agent;

import io.ballast.act.journal.SessionStarted;
import io.ballast.base.units.Hash32;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds an account to the configuration that its journal knows: a file that was edited by mistake, or by somebody else, takes
 * effect only once a person names its digest. Pure.
 *
 * @param last the journal's last session; empty before the first
 */
record ConfigurationPin(AgentConfiguration config, Optional<SessionStarted> last) {
    /**
     * Goes on only under the configuration of the last session, or under one that is accepted.
     *
     * @return what it was, if that was another
     * @throws CommandException if it is another and nobody accepted it
     */
    Optional<Hash32> confirmed() {
        Optional<SessionStarted> other =
                last.filter(session -> !session.configHash().equals(config.hash()));
        if (other.isPresent() && !isAccepted()) {
            throw new CommandException(words(other.get()), true);
        }
        return other.map(SessionStarted::configHash);
    }

    private boolean isAccepted() {
        return config.accepted().filter(config.digest()::startsWith).isPresent();
    }

    private String words(SessionStarted before) {
        return "the configuration is not that of the journal's last session" + changed(before.files()) + ": "
                + "'ballast show-config' shows it, --accept-config "
                + config.digest().substring(0, 8) + " accepts it";
    }

    private String changed(Map<String, Hash32> before) {
        List<String> changed = config.files().entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return before.isEmpty() ? "" : " (changed: " + String.join(", ", changed) + ")";
    }
}
