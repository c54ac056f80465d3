package io.ballast.think.model.dl4j;

import java.io.ObjectInputFilter;

/**
 * Lets the whole JVM deserialise nothing but the library's own and plain Java classes. The library reads some entries of model files
 * with a bare {@code ObjectInputStream} (deeplearning4j issue 10428), so a file could otherwise run code.
 */
final class DeserializationFilter {
    static final String PATTERN = "org.nd4j.**;org.deeplearning4j.**;java.lang.*;java.util.*;!*";

    private DeserializationFilter() {}

    /** Sets the filter once; a filter that the JVM was started with is left as it is. */
    static synchronized void install() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(PATTERN));
        }
    }
}
