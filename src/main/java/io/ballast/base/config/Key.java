package io.ballast.base.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record component a key of a file. The key is the component's name in snake_case. A component that is not required is
 * an {@code Optional}, has a default, or is a record, list or map that may be empty.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** What it does, for people and editors. */
    String value();

    /** The key, where the component's name cannot be it. */
    String name() default "";

    boolean required() default false;

    /** Text taken when the key is left out; lists separate by {@code ", "}. */
    String defaultsTo() default "";

    /** Smallest whole number accepted. */
    long min() default 0;

    /** Largest whole number accepted. */
    long max() default Integer.MAX_VALUE;

    /** Whether this version does what the key says. */
    Effect effect() default Effect.ACTED_ON;

    /** Whether a key has its effect. */
    enum Effect {
        ACTED_ON,
        /** Accepted with a warning. */
        NOT_YET,
        /** Accepted with a warning where nothing real is at stake, an error where it is. */
        SAFETY_NOT_YET
    }
}
