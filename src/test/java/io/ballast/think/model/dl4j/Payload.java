package io.ballast.think.model.dl4j;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;

/** Runs when it is deserialised, as an attacker's class would. */
public final class Payload implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether any instance was read in this JVM. */
    static boolean ran;

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        ran = true;
    }
}
