package io.ballast.act.journal;

/**
 * The agent ended in order; a session without one was killed.
 *
 * @param reason for people
 */
public record SessionEnded(String reason) implements JournalEvent {}
