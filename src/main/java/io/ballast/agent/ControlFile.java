package io.ballast.agent;

import io.ballast.base.config.Key;
import java.nio.file.Path;

/** How a running agent is steered: HTTP on this machine's loopback address only. */
public record ControlFile(
        @Key(value = "Port on 127.0.0.1.", required = true, min = 1024, max = 65_535)
        int port,

        @Key(
                value = "File with the token that requests must carry; made with a random one if absent.",
                defaultsTo = "../.ballast/control.token")
        Path tokenFile) {

    /** With its path resolved. */
    ControlFile in(Paths paths) {
        return new ControlFile(port, paths.of(tokenFile));
    }
}
