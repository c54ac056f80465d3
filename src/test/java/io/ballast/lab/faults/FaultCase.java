package io.ballast.lab.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A numbered case of the fault matrix; its row in {@code docs/fault-matrix.md} is what this run saw. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FaultMatrix.class)
@Test
@interface FaultCase {
    /** {@code F25}; each once. */
    String id();

    /** What is done to the agent. */
    String injection();

    /** What it must do. */
    String expected();

    /** Why the case is not run yet; it stands in the table as open. */
    String open() default "";
}
