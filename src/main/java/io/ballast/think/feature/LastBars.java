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
    private T[] all;
    private int from;
    private int to;

    LastBars(int capacity) {
        this.capacity = capacity;
        this.all = fresh(2 * capacity);
    }

    void add(T bar) {
        if (to == all.length) {
            T[] next = fresh(all.length);
            System.arraycopy(all, from, next, 0, to - from);
            all = next;
            to -= from;
            from = 0;
        }
        all[to++] = bar;
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
        return all[to - 1];
    }

    /** What there is now, oldest first. */
    View<T> view() {
        return new View<>(all, from, to);
    }

    @SuppressWarnings("unchecked") // nobody outside sees the array
    private T[] fresh(int length) {
        return (T[]) new Object[length];
    }

    /** A part of what was added; elements in it are never replaced. */
    static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final T[] all;
        private final int from;
        private final int to;

        private View(T[] all, int from, int to) {
            this.all = all;
            this.from = from;
            this.to = to;
        }

        @Override
        public T get(int index) {
            if (index < 0 || index >= to - from) {
                throw new IndexOutOfBoundsException(index);
            }
            return all[from + index];
        }

        @Override
        public int size() {
            return to - from;
        }
    }
}
