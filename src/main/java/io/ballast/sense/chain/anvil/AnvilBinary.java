package io.ballast.sense.chain.anvil;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds anvil: {@code $ANVIL_BIN}, then {@code PATH}, then {@code ~/.foundry/bin}, then the npm package, which it installs
 * under {@code $BALLAST_HOME} (by default {@code ~/.ballast}).
 */
public final class AnvilBinary {
    private final Map<String, String> environment;
    private final Path userHome;

    /**
     * @param environment as {@code System.getenv()}
     * @param userHome as the system property {@code user.home}
     */
    public AnvilBinary(Map<String, String> environment, Path userHome) {
        this.environment = Map.copyOf(environment);
        this.userHome = userHome;
    }

    /** For this process. */
    public static AnvilBinary ofSystem() {
        return new AnvilBinary(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * Path of an executable anvil, installed if need be.
     *
     * @throws AnvilException if {@code $ANVIL_BIN} names no executable, or nothing is found and npm cannot install it
     */
    public Path locate() {
        return installed().orElseGet(() -> npmPackage().install());
    }

    /**
     * As {@link #locate}, without installing anything.
     *
     * @throws AnvilException if {@code $ANVIL_BIN} names no executable
     */
    public Optional<Path> installed() {
        @Nullable String named = environment.get("ANVIL_BIN");
        if (named != null && !named.isBlank()) {
            return Optional.of(SearchPath.executable(Path.of(named))
                    .orElseThrow(() -> new AnvilException("ANVIL_BIN names no executable file: " + named)));
        }
        return Stream.of(
                        SearchPath.of(environment).find("anvil"),
                        SearchPath.executable(userHome.resolve(".foundry/bin/anvil")),
                        SearchPath.executable(npmPackage().binary()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private AnvilPackage npmPackage() {
        @Nullable String home = environment.get("BALLAST_HOME");
        Path ballastHome = home == null || home.isBlank() ? userHome.resolve(".ballast") : Path.of(home);
        return new AnvilPackage(ballastHome.resolve("anvil").resolve(AnvilPackage.VERSION), environment);
    }
}
