package io.ballast.sense.chain.web3j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockWebServer;

/** Certificates that nobody vouches for but themselves, made by the JDK's keytool, and servers that show them. */
public final class OwnCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private OwnCertificate() {}

    /** A server behind a fresh certificate for a DNS name. */
    public static MockWebServer serving(String name) throws GeneralSecurityException, IOException {
        Path folder = Files.createTempDirectory("ballast-certificate-");
        Path file = folder.resolve("own.p12");
        try {
            return serving(make(file, name));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    static MockWebServer serving(KeyStore certificate) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        MockWebServer server = new MockWebServer();
        server.useHttps(context.getSocketFactory());
        server.start();
        return server;
    }

    /** @param file where keytool leaves it */
    static KeyStore make(Path file, String name) throws GeneralSecurityException, IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=node",
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!succeeds(keytool)) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static boolean succeeds(Process keytool) {
        try {
            return keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
