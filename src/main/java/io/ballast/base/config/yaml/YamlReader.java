package io.ballast.base.config.yaml;

import io.ballast.base.config.ConfigNode;
import io.ballast.base.config.NodeParser;
import io.ballast.base.config.Position;
import io.ballast.base.config.Problems;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document. Every scalar stays text; a leading UTF-8 byte-order mark is skipped, since some editors write
 * one and it means nothing. Refused: tags, further documents, duplicate keys, more than 50 aliases, nesting deeper than 50, more
 * than 10,000 nodes once aliases are followed, files over 1 MiB. Thread-safe.
 */
public final class YamlReader implements NodeParser {
    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    @Override
    public Optional<ConfigNode> parse(String file, byte[] content, Problems problems) {
        if (content.length > MAX_BYTES) {
            problems.error(Position.whole(file), "", "larger than 1 MiB, expected a small file");
            return Optional.empty();
        }
        return Utf8.decode(file, content, problems).flatMap(text -> parseText(file, text, problems));
    }

    private static Optional<ConfigNode> parseText(String file, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_BYTES)
                .setParseComments(false)
                .build();
        try {
            return new NodeBuilder(file, new Parse(settings).parseString(text).iterator(), problems).document();
        } catch (Refused e) {
            problems.error(e.at(), "", e.reason());
        } catch (MarkedYamlEngineException e) {
            problems.error(YamlMessages.position(file, e), "", YamlMessages.of(e));
        } catch (ReaderException e) {
            String character = String.format("U+%04X", e.getCodePoint());
            problems.error(
                    Utf8.position(file, text, e.getPosition()),
                    "",
                    "control character " + character + " is not allowed");
        } catch (YamlEngineException e) {
            problems.error(Position.whole(file), "", "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
