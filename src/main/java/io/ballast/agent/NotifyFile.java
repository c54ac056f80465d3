package io.ballast.agent;

import io.ballast.base.config.Endpoint;
import io.ballast.base.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/** Who is told. */
public record NotifyFile(
        @Key("A Telegram chat.") Optional<Telegram> telegram,

        @Key("Called while all is well, so that silence is noticed.")
        Optional<Endpoint> heartbeat) {

    /** A Telegram chat. */
    public record Telegram(
            @Key(value = "File that holds the bot's token.", required = true)
            Path tokenFile,

            @Key(value = "The chat's number.", required = true)
            String chat) {}
}
