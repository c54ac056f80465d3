package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a file is mangled, it loads or is refused in lines that name a file; nothing else is ever thrown. */
class ConfigFuzzTest {
    private static final List<String> FILES =
            List.of(ConfigSandbox.AGENT, ConfigSandbox.STRATEGY, ConfigSandbox.NETWORK);
    private static final List<String> TOKENS = List.of(
            "",
            "-",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "&a ",
            "*a",
            "!!str ",
            "|",
            ">",
            "\t",
            "\"",
            "'",
            "#",
            "%",
            "---",
            "~",
            "${",
            "${RPC_A}",
            "0x",
            "999999999999999999999999999999999999 ETH",
            "1000000000000d",
            "\u0000",
            "\u2028",
            "100%",
            "0 USD",
            "- ",
            "<<: ",
            "null",
            "?",
            "-1bps",
            "1e9",
            "true");

    @TempDir
    Path directory;

    @Test
    void everyMangledFileLoadsOrIsRefusedInLines() {
        Random random = new Random(11);
        ConfigSandbox sandbox = new ConfigSandbox(directory);
        for (int i = 0; i < 400; i++) {
            String file = FILES.get(random.nextInt(FILES.size()));
            byte[] mangled = mangle(ConfigSandbox.original(file), random);
            sandbox.write(file, mangled);
            try {
                sandbox.load()
                        .shown()
                        .values()
                        .forEach(shown -> assertThat(shown.json()).isNotBlank());
            } catch (ConfigException e) {
                assertThat(e.getMessage().lines())
                        .as(new String(mangled, StandardCharsets.UTF_8))
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith(directory.toString()));
            }
            sandbox.write(file, ConfigSandbox.original(file).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] mangle(String text, Random random) {
        String mangled = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mangled = random.nextBoolean() ? lines(mangled, random) : insert(mangled, random);
        }
        byte[] bytes = mangled.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static String lines(String text, Random random) {
        List<String> lines = text.lines().collect(Collectors.toCollection(java.util.ArrayList::new));
        if (lines.isEmpty()) {
            return text;
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, "  " + lines.get(at));
            default -> lines.set(at, lines.get(at).replaceFirst(":.*", ": " + quote(random)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quote(Random random) {
        return java.util.regex.Matcher.quoteReplacement(TOKENS.get(random.nextInt(TOKENS.size())));
    }

    private static String insert(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(4));
        return text.substring(0, at) + TOKENS.get(random.nextInt(TOKENS.size())) + text.substring(to);
    }
}
