package io.ballast.base.config.yaml;

import io.ballast.base.config.ConfigNode;
import io.ballast.base.config.ConfigNode.Entry;
import io.ballast.base.config.ConfigNode.Mapping;
import io.ballast.base.config.ConfigNode.Nothing;
import io.ballast.base.config.ConfigNode.Scalar;
import io.ballast.base.config.ConfigNode.Sequence;
import io.ballast.base.config.Position;
import io.ballast.base.config.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;

/** Builds the nodes of one document from parser events, within limits. Used once. */
final class NodeBuilder {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_NODES = 10_000;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String file;
    private final Iterator<Event> events;
    private final Problems problems;
    private final Map<String, ConfigNode> anchors = new HashMap<>();
    private final IdentityHashMap<ConfigNode, Integer> sizes = new IdentityHashMap<>();
    private int aliases;
    private int nodes;

    NodeBuilder(String file, Iterator<Event> events, Problems problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
    }

    /** The only document; empty with a problem if there is none, or another one. */
    Optional<ConfigNode> document() {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent)) {
            problems.error(Position.whole(file), "", "the file is empty, expected keys and values");
            return Optional.empty();
        }
        ConfigNode root = node(events.next(), 0, "");
        events.next();
        Event after = events.next();
        if (!(after instanceof StreamEndEvent)) {
            problems.error(at(after), "", "a second document begins here, expected one document in a file");
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private ConfigNode node(Event event, int depth, String path) {
        if (depth > MAX_DEPTH) {
            throw new Refused(at(event), "nested deeper than " + MAX_DEPTH + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        refuseTag(event);
        int before = nodes;
        count(event, 1);
        ConfigNode built = build(event, depth, path);
        sizes.put(built, nodes - before);
        if (event instanceof NodeEvent named) {
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), built));
        }
        return built;
    }

    private ConfigNode build(Event event, int depth, String path) {
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent start -> mapping(start, depth, path);
            default -> sequence(event, depth, path);
        };
    }

    private ConfigNode scalar(ScalarEvent event) {
        return event.isPlain() && NULLS.contains(event.getValue())
                ? new Nothing(at(event))
                : new Scalar(at(event), event.getValue(), event.isPlain());
    }

    private ConfigNode sequence(Event start, int depth, String path) {
        List<ConfigNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1, path + "[" + items.size() + "]"));
        }
        return new Sequence(at(start), items);
    }

    private ConfigNode mapping(Event start, int depth, String path) {
        Map<String, Entry> entries = new java.util.LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            ConfigNode key = node(next, depth + 1, path);
            String name = key instanceof Scalar scalar ? scalar.text() : badKey(key);
            String here = path.isEmpty() ? name : path + "." + name;
            ConfigNode value = node(events.next(), depth + 1, here);
            Entry first = entries.putIfAbsent(name, new Entry(name, key.at(), value));
            if (first != null) {
                problems.error(
                        key.at(),
                        here,
                        "duplicate key, first given on line " + first.keyAt().line());
            }
        }
        return new Mapping(at(start), List.copyOf(entries.values()));
    }

    private static String badKey(ConfigNode key) {
        throw new Refused(key.at(), "a key is " + key.kind() + ", expected a name");
    }

    private ConfigNode alias(AliasEvent event) {
        if (++aliases > MAX_ALIASES) {
            throw new Refused(at(event), "more than " + MAX_ALIASES + " aliases");
        }
        ConfigNode target = anchors.get(event.getAlias().getValue());
        if (target == null) {
            throw new Refused(at(event), "alias *" + event.getAlias().getValue() + " has no anchor before it");
        }
        count(event, sizes.getOrDefault(target, 1));
        return target;
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new Refused(at(event), "more than " + MAX_NODES + " values once aliases are followed");
        }
    }

    private void refuseTag(Event event) {
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
        tag.ifPresent(t -> {
            throw new Refused(at(event), "tag \"" + t + "\" is not allowed, expected plain keys and values");
        });
    }

    private Position at(Event event) {
        return event.getStartMark()
                .map(mark -> YamlMessages.position(file, mark))
                .orElse(Position.whole(file));
    }
}
