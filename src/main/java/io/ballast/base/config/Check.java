package io.ballast.base.config;

/** What the rules of a record may ask and say; keys are relative to the record, {@code max_slippage} or {@code universe.WETH}. */
public interface Check {
    void problem(String key, String message);

    void warning(String key, String message);

    /** Whether the file holds the key. */
    boolean given(String key);

    /** Whether nothing was found wrong at or below the key, so that rules over it make sense. */
    boolean clean(String key);

    /** Says that this version does not do what the key asks. */
    void notYet(String key, Key.Effect effect);
}
