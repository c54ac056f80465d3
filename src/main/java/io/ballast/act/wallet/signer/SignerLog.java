package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.SigningException;
import io.ballast.base.units.Address;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything the signer signed and refused, in a file that only grows: one line each, chained by hashes. A line is durable
 * before its signature leaves. A line that a crash cut off is dropped, since its signature never left; any other damage is an
 * error. Used by one thread at a time.
 */
final class SignerLog implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;
    private LogLine last;
    private boolean broken;

    private SignerLog(Path path, RandomAccessFile file, LogLine last) {
        this.path = path;
        this.file = file;
        this.last = last;
    }

    /**
     * Begins an empty one.
     *
     * @throws SignerStateException if there is one already
     */
    static SignerLog create(Path path, long chainId, Address account, Instant now) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            SignerLog log = new SignerLog(path, locked(path), LogLine.NONE);
            log.append(LogLine.opened(now, chainId, account), true);
            return log;
        } catch (IOException e) {
            throw new SignerStateException(path + ": cannot be made, is there one already? " + e);
        }
    }

    /**
     * Reads the whole file.
     *
     * @param memory told of every signature, oldest first
     * @throws SignerStateException if there is none, it is damaged, of another account or chain, or in use
     */
    static SignerLog open(Path path, long chainId, Address account, SignerMemory memory) {
        if (!Files.isRegularFile(path)) {
            throw new SignerStateException(path + ": there is no memory of what was signed; only for an account that"
                    + " never signed elsewhere start with --new-state");
        }
        try {
            RandomAccessFile file = locked(path);
            try {
                return new SignerLog(path, file, read(path, file, chainId, account, memory));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SignerStateException(path + ": cannot be read: " + e);
        }
    }

    private static RandomAccessFile locked(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.getChannel().tryLock() == null) {
                throw new SignerStateException(path + ": is in use by another signer");
            }
            return file;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            file.close();
            throw new SignerStateException(path + ": is in use by another signer");
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static LogLine read(Path path, RandomAccessFile file, long chainId, Address account, SignerMemory memory)
            throws IOException {
        byte[] content = new byte[Math.toIntExact(file.length())];
        file.readFully(content);
        int whole = content.length;
        while (whole > 0 && content[whole - 1] != '\n') {
            whole--;
        }
        List<String> lines =
                new String(content, 0, whole, StandardCharsets.UTF_8).lines().toList();
        LogLine last = LogLine.NONE;
        for (String line : lines) {
            last = LogLine.parse(path, line, last);
            last.signature().ifPresent(memory::add);
            last.requireOf(path, chainId, account);
        }
        if (lines.isEmpty()) {
            throw new SignerStateException(path + ": is empty; only for an account that never signed elsewhere remove"
                    + " it and start with --new-state");
        }
        file.setLength(whole);
        file.seek(whole);
        file.getFD().sync();
        return last;
    }

    /** Durable when this returns. */
    void signed(Signature signature) {
        append(LogLine.signed(signature), true);
    }

    /** Not forced to the disk: a refusal that is forgotten allows nothing. */
    void refused(Instant now, Ask ask, String reason) {
        append(LogLine.refused(now, ask, reason), false);
    }

    private void append(String content, boolean durable) {
        if (broken) {
            throw new SigningException("the signer's memory cannot be written; restart it when there is space");
        }
        LogLine next = last.followedBy(content);
        try {
            file.write((next.text() + "\n").getBytes(StandardCharsets.UTF_8));
            if (durable) {
                file.getFD().sync();
            }
            last = next;
        } catch (IOException e) {
            // Half a line may be there now: only a new start can tell.
            broken = true;
            throw new SigningException("the signer's memory cannot be written: " + e.getMessage());
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new SignerStateException(path + ": cannot be closed: " + e);
        }
    }
}
