package io.ballast.agent.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control endpoint: HTTP on this machine's loopback address only. One small request on each connection, within two seconds;
 * a bounded number at a time, on threads of their own, so that the decision loop never waits for it.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_UNREAD = 64 << 10;

    private final ControlRoutes routes;
    private final ServerSocket server;
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
    private final Thread accepting;

    private ControlServer(ControlRoutes routes, ServerSocket server) {
        this.routes = routes;
        this.server = server;
        this.accepting = Thread.ofPlatform().daemon().name("control").start(this::accept);
    }

    /**
     * Serves from now on.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException if the port is taken
     */
    public static ControlServer start(int port, ControlToken token, ControlDesk desk) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 512);
            return new ControlServer(new ControlRoutes(desk, token, server.getLocalPort()), server);
        } catch (IOException e) {
            throw new UncheckedIOException("control.port " + port + " cannot be served: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connections.acquire();
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                connections.release();
                if (!server.isClosed()) {
                    LOG.warn("a connection could not be taken: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(answer(socket).bytes());
            socket.shutdownOutput();
            drain(socket);
        } catch (IOException e) {
            LOG.debug("a connection ended early: {}", e.getMessage());
        } finally {
            connections.release();
        }
    }

    private HttpAnswer answer(Socket socket) throws IOException {
        try {
            HttpReader reader = new HttpReader(socket, PATIENCE);
            HttpRequest head = reader.head();
            routes.admit(head);
            return routes.answer(reader.withBody(head));
        } catch (HttpRefusal e) {
            return e.answer();
        }
    }

    /** An unread body would make the system take the answer back. */
    private static void drain(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        InputStream in = socket.getInputStream();
        byte[] rest = new byte[4 << 10];
        for (int left = MOST_UNREAD; left > 0; ) {
            int read = in.read(rest);
            left = read < 0 ? 0 : left - read;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            accepting.interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("control.port cannot be closed", e);
        }
    }
}
