package io.ballast.base.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that a file writes as one value. It has a static {@code parse(String)}, or {@code parse(ConfigNode.Scalar)}, that throws
 * {@code IllegalArgumentException} with a reason such as {@code has no unit}, and a {@code text()} that writes it back.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TextForm {
    /** What to write: {@code a gas price such as 12 gwei}. */
    String expected();

    /** A text that is accepted. */
    String example();

    /** Regular expression of the text, for editors. */
    String pattern();

    /** Whether the text may hold a secret, so that no message repeats it. */
    boolean shy() default false;
}
