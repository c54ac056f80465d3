package io.ballast.act.journal;

/**
 * Trading stopped until a person releases it.
 *
 * @param reason for people
 */
public record Halted(String reason) implements JournalEvent {}
