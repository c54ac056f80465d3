package io.ballast.app.cli.terminal;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Standard output and standard error. Signs that the locale's encoding lacks are replaced one by one, so that columns stay
 * in line. Thread-safe.
 */
public final class Console {
    private final Writer out;
    private final PrintWriter err;
    private final boolean unicode;

    /** @param charset of both streams */
    public Console(OutputStream out, OutputStream err, Charset charset) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, charset));
        this.err = new PrintWriter(new OutputStreamWriter(err, charset), true);
        this.unicode = charset.newEncoder().canEncode('→');
    }

    /** The process's own streams. */
    public static Console ofProcess() {
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return new Console(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), charset);
    }

    /**
     * One line of the result.
     *
     * @throws ClosedOutputException if nobody reads
     */
    public void print(String line) {
        write(line + System.lineSeparator());
    }

    /** Text of the result as it is. */
    public synchronized void write(String text) {
        try {
            out.write(fit(text));
            out.flush();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
                throw new ClosedOutputException();
            }
            throw new UncheckedIOException("cannot write to standard output: " + e.getMessage(), e);
        }
    }

    /** One line for people, beside the result. */
    public void note(String line) {
        err.println(fit(line));
    }

    /** Standard output as a stream of characters that never throws. */
    public PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    public PrintWriter errWriter() {
        return err;
    }

    /** Whether the locale has more than ASCII. */
    public boolean unicode() {
        return unicode;
    }

    private String fit(String text) {
        return unicode ? text : Ascii.of(text);
    }
}
