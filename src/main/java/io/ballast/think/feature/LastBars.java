package io.ballast.think.feature;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The last of things that come one after the other and never change: what was taken before stays as it was when more are added,
 * without a copy of all of it. Adding is for one thread; what was taken is immutable, for any number.
 *
 * @param <T> immutable, or treated so
 */
final class LastBars<T> {
    private final int capacity;
    private Object[] all;
    private int from;
    private int to;

    LastBars(int capacity) {
        this.capacity = capacity;
        this.all = new Object[2 * capacity];
    }

    void add(T next) {
        if (to == all.length) {
            Object[] fresh = new Object[all.length];
            System.arraycopy(all, from, fresh, 0, to - from);
            all = fresh;
            to -= from;
            from = 0;
        }
        all[to++] = next;
        if (to - from > capacity) {
            from++;
        }
    }

    void clear() {
        from = to;
    }

    int size() {
        return to - from;
    }

    T last() {
        return at(all, to - 1);
    }

    /** What there is now, oldest first. */
    View<T> view() {
        return new View<>(all, from, to);
    }

    @SuppressWarnings("unchecked") // nothing else is ever put in
    private static <T> T at(Object[] all, int index) {
        return (T) all[index];
    }

    /** A part of what was added; elements in it are never replaced. */
    static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final Object[] all;
        private final int from;
        private final int to;

        private View(Object[] all, int from, int to) {
            this.all = all;
            this.from = from;
            this.to = to;
        }

        @Override
        public T get(int index) {
            if (index < 0 || index >= to - from) {
                throw new IndexOutOfBoundsException(index);
            }
            return at(all, from + index);
        }

        @Override
        public int size() {
            return to - from;
        }
    }
}
