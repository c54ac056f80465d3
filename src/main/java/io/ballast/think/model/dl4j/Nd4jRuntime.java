package io.ballast.think.model.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The network library as this process uses it. Thread-safe. */
public final class Nd4jRuntime {
    private static final String VERSION_FILE = "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";
    private static final String BACKEND = start();

    private Nd4jRuntime() {}

    /**
     * Loads the native code, once. From then on nothing but plain classes is deserialised in this JVM, and native code runs on one
     * thread: with more, spinning makes nets of this size up to thirty times slower as soon as the machine has other work.
     */
    static void prepare() {
        if (BACKEND.isEmpty()) {
            throw new IllegalStateException("no ND4J backend");
        }
    }

    /** {@code cpu} or {@code cuda}; loads the native code if nothing has yet. */
    public static String backend() {
        return BACKEND;
    }

    /** {@code deeplearning4j} and the version on the class path. */
    static String library() {
        try (InputStream in = MultiLayerNetwork.class.getResourceAsStream(VERSION_FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + VERSION_FILE + " on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return "deeplearning4j " + properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start() {
        DeserializationFilter.install();
        String name = Nd4j.getBackend().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        return name.startsWith("jcublas") ? "cuda" : "cpu";
    }
}
