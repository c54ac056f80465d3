package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.SignerMessage;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.json.SignerJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Messages over a socket: four bytes of length, then the message. Neither side waits longer than its patience. */
final class Frames implements AutoCloseable {
    /** Far more than calldata ever needs. */
    static final int LARGEST = 256 << 10;

    private final SocketChannel channel;
    private final Selector selector;
    private final long end;

    /** @param patience for all that is read and written here */
    Frames(SocketChannel channel, Duration patience) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        this.end = System.nanoTime() + patience.toNanos();
        channel.configureBlocking(false);
        channel.register(selector, 0);
    }

    /**
     * @throws SigningException for anything that is no message
     * @throws IOException if the other side goes away or is too slow
     */
    SignerMessage read() throws IOException {
        int length = fill(4).getInt();
        if (length < 2 || length > LARGEST) {
            throw new SigningException("a message of " + length + " bytes, expected at most " + LARGEST);
        }
        return SignerJson.read(fill(length).array());
    }

    void write(SignerMessage message) throws IOException {
        byte[] content = SignerJson.write(message);
        ByteBuffer buffer = ByteBuffer.allocate(4 + content.length);
        buffer.putInt(content.length).put(content).flip();
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    private ByteBuffer fill(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("the connection ended");
            }
            if (read == 0) {
                await(SelectionKey.OP_READ);
            }
        }
        return buffer.flip();
    }

    private void await(int operation) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new IOException("too slow");
        }
        channel.keyFor(selector).interestOps(operation);
        selector.select(left);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
