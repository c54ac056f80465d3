package io.ballast.act.wallet;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A passphrase or a private key as text: read from a file, a descriptor or a prompt, never from an argument, and wiped when
 * closed. One line; one line break at its end is not part of it. Used by one thread.
 */
public final class Secret implements AutoCloseable {
    private static final int LARGEST = 4 << 10;
    private final String name;
    private final char[] text;

    private Secret(String name, char[] text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Takes the array over and wipes it when closed.
     *
     * @param name for messages
     */
    public static Secret of(String name, char[] text) {
        return new Secret(name, text);
    }

    /** @throws KeystoreException if others may read the file, or it does not hold one line of UTF-8 */
    public static Secret ofFile(Path file) {
        return decode(PrivateFile.read(file), file.toString());
    }

    /** From a descriptor that the caller's shell opened: {@code 3<pass.txt}. */
    public static Secret ofDescriptor(int descriptor) {
        try (InputStream in = Files.newInputStream(Path.of("/dev/fd/" + descriptor))) {
            return ofStream(in, "descriptor " + descriptor);
        } catch (IOException e) {
            throw new KeystoreException("descriptor " + descriptor + ": is not open for reading");
        }
    }

    /**
     * From standard input.
     *
     * @param name for messages
     */
    public static Secret ofStream(InputStream in, String name) {
        try {
            return decode(in.readNBytes(LARGEST + 1), name);
        } catch (IOException e) {
            throw new KeystoreException(name + ": cannot be read");
        }
    }

    /** Asks without echo. */
    public static Secret ofPrompt(Console console, String prompt) {
        char[] answer = console.readPassword("%s: ", prompt);
        if (answer == null || answer.length == 0) {
            throw new KeystoreException(prompt + ": nothing was entered");
        }
        return new Secret(prompt, answer);
    }

    /** Where it came from, for messages. */
    public String name() {
        return name;
    }

    /** In UTF-16 units. */
    public int length() {
        return text.length;
    }

    /** A fresh copy; the caller wipes it. */
    public byte[] utf8() {
        ByteBuffer encoded = ByteBuffer.allocate(3 * text.length);
        var encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(text), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /**
     * This text read as a private key: 64 hex digits, with or without {@code 0x}. A fresh array; the caller wipes it.
     *
     * @throws KeystoreException if it is anything else
     */
    public byte[] key() {
        int start = text.length > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') ? 2 : 0;
        if (text.length - start != 64) {
            throw new KeystoreException(name + ": a private key has 64 hex digits, this has " + (text.length - start));
        }
        byte[] key = new byte[32];
        for (int i = 0; i < 64; i++) {
            int digit = Character.digit(text[start + i], 16);
            if (digit < 0 || text[start + i] > 'f') {
                Arrays.fill(key, (byte) 0);
                throw new KeystoreException(
                        name + ": a private key has hex digits only, character " + (i + 1) + " is none");
            }
            key[i / 2] |= (byte) (i % 2 == 0 ? digit << 4 : digit);
        }
        return key;
    }

    @Override
    public void close() {
        Arrays.fill(text, '\0');
    }

    @Override
    public String toString() {
        return "a secret";
    }

    private static Secret decode(byte[] bytes, String name) {
        CharBuffer chars = utf16(bytes, name);
        char[] text = Arrays.copyOf(chars.array(), withoutLineBreak(chars));
        Arrays.fill(chars.array(), '\0');
        if (text.length == 0) {
            throw new KeystoreException(name + ": is empty");
        }
        for (char c : text) {
            if (c == '\n' || c == '\r' || c == '\0') {
                Arrays.fill(text, '\0');
                throw new KeystoreException(name + ": must hold one line of text");
            }
        }
        return new Secret(name, text);
    }

    private static CharBuffer utf16(byte[] bytes, String name) {
        if (bytes.length > LARGEST) {
            Arrays.fill(bytes, (byte) 0);
            throw new KeystoreException(name + ": is longer than " + LARGEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new KeystoreException(name + ": is not UTF-8");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static int withoutLineBreak(CharBuffer chars) {
        int length = chars.length();
        if (length > 0 && chars.get(length - 1) == '\n') {
            length--;
            if (length > 0 && chars.get(length - 1) == '\r') {
                length--;
            }
        }
        return length;
    }
}
