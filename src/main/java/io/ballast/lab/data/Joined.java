package io.ballast.lab.data;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several sources one after the other, each opened when the one before is used up. For one thread. */
public final class Joined implements BatchSource {
    private final List<Supplier<BatchSource>> parts;
    private BatchSource current;
    private int next = 1;
    private @Nullable String checked;

    /** @param parts at least one, all of one schema */
    public Joined(List<Supplier<BatchSource>> parts) {
        this.parts = List.copyOf(parts);
        current = parts.getFirst().get();
    }

    @Override
    public Schema schema() {
        return current.schema();
    }

    @Override
    public String name() {
        return current.name();
    }

    @Override
    public boolean next(Batch batch) {
        while (!current.next(batch)) {
            if (next == parts.size()) {
                return false;
            }
            refuseEmpty();
            current.close();
            current = parts.get(next).get();
            next++;
            if (!current.schema().equals(batch.schema())) {
                throw DataRefusedException.of(current.name(), "has other columns than the file before it");
            }
        }
        checked = current.name();
        return true;
    }

    private void refuseEmpty() {
        if (!current.name().equals(checked)) {
            throw DataRefusedException.of(current.name(), "has no row below its header");
        }
    }

    @Override
    public void close() {
        current.close();
    }
}
