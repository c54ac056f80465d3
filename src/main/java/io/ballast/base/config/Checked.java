package io.ballast.base.config;

/** A configuration record with rules that span several of its keys. */
public interface Checked {
    /** Says what is wrong; called once, after the record was bound. */
    void check(Check check);
}
