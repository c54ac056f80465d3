package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.JournalLockedException;
import io.ballast.act.journal.JournalUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one writer's hold on a journal: a lock of the operating system, which ends with the process however it ends. */
final class WriterLock implements AutoCloseable {
    /** Closing any channel of a file drops the process's lock on it, so a second try in this process must not open one. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param database by its real path */
    static WriterLock acquire(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        if (!HELD.add(file)) {
            throw new JournalLockedException(database + ": this process writes the journal already");
        }
        try {
            return new WriterLock(file, lock(database, file));
        } catch (RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(Path database, Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new JournalLockedException(
                        database + ": another process writes the journal; one agent at a time");
            }
            return channel;
        } catch (IOException e) {
            throw new JournalUnavailableException(file + ": cannot be locked: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalUnavailableException(file + ": cannot be unlocked: " + e, e);
        } finally {
            HELD.remove(file);
        }
    }
}
