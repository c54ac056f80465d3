package io.ballast.base.config;

import io.ballast.base.config.Bound.Unheeded;
import io.ballast.base.config.ConfigNode.Entry;
import io.ballast.base.config.ConfigNode.Mapping;
import io.ballast.base.config.ConfigNode.Nothing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds the nodes of one file to a record and its nested records. A key that is wrong or missing gets a stand-in for the time
 * being, so that the rules over the other keys still speak; the problem it caused keeps the result from being used. Used once.
 */
final class Binder {
    private final Problems problems;
    private final Given given;
    private final Values values;
    private final List<Unheeded> unheeded = new ArrayList<>();

    Binder(ConfigNode root, Problems problems) {
        this.problems = problems;
        this.given = new Given(root);
        this.values = new Values(this, given, problems);
    }

    <T extends Record> Optional<Bound<T>> bind(Class<T> type, ConfigNode root) {
        return record(type, root, "").map(value -> new Bound<>(type.cast(value), given, unheeded));
    }

    Optional<Object> record(Class<?> type, ConfigNode node, String path) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(node.at(), path, "is " + node.kind() + ", expected " + Values.keysOf(type));
            return Optional.empty();
        }
        KeyedRecord form = KeyedRecord.of(type);
        refuseUnknown(form, mapping, path);
        Object[] arguments = form.components().stream()
                .map(component -> component(component, mapping, path))
                .toArray();
        return Optional.of(checked(form.construct(arguments), path));
    }

    private void refuseUnknown(KeyedRecord form, Mapping mapping, String path) {
        List<String> known = form.names();
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                String hint = entry.key().equals("<<")
                        ? ", merge keys are not part of YAML 1.2"
                        : Nearest.hint(entry.key(), known);
                problems.error(entry.keyAt(), Keys.join(path, entry.key()), "unknown key" + hint);
            }
        }
    }

    private Object component(KeyedComponent component, Mapping mapping, String path) {
        Key key = component.key();
        String here = Keys.join(path, component.name());
        Optional<Entry> entry = mapping.entry(component.name());
        if (entry.isEmpty()) {
            return absent(component, mapping, here);
        }
        ConfigNode node = entry.get().value();
        given.put(here, node);
        if (key.effect() != Key.Effect.ACTED_ON) {
            unheeded.add(new Unheeded(entry.get().keyAt(), here, key.effect()));
        }
        if (node instanceof Nothing) {
            problems.error(node.at(), here, "has no value, expected " + Values.expected(component.type(), key));
        }
        Optional<Object> bound = node instanceof Nothing || node instanceof ConfigNode.Broken
                ? Optional.empty()
                : values.value(component.type(), node, here, key);
        return bound.orElseGet(() -> StandIns.of(component));
    }

    private Object absent(KeyedComponent component, Mapping mapping, String here) {
        Key key = component.key();
        if (key.required()) {
            problems.error(mapping.at(), here, "missing, expected " + Values.expected(component.type(), key));
        }
        return StandIns.of(component);
    }

    private Object checked(Object record, String path) {
        if (record instanceof Checked rules) {
            rules.check(new RecordCheck(path));
        }
        return record;
    }

    private final class RecordCheck implements Check {
        private final String path;

        RecordCheck(String path) {
            this.path = path;
        }

        @Override
        public void problem(String key, String message) {
            String at = Keys.join(path, key);
            problems.error(given.position(at), at, message);
        }

        @Override
        public void warning(String key, String message) {
            String at = Keys.join(path, key);
            problems.warning(given.position(at), at, message);
        }

        @Override
        public boolean given(String key) {
            return given.contains(Keys.join(path, key));
        }

        @Override
        public boolean clean(String key) {
            return !problems.hasErrorUnder(given.file(), Keys.join(path, key));
        }

        @Override
        public void notYet(String key, Key.Effect effect) {
            String at = Keys.join(path, key);
            unheeded.add(new Unheeded(given.position(at), at, effect));
        }
    }
}
