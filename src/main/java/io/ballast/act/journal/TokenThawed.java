package io.ballast.act.journal;

import io.ballast.base.units.Token;

/**
 * A frozen token may be traded again.
 *
 * @param reason for people
 */
public record TokenThawed(Token token, String reason) implements JournalEvent {}
