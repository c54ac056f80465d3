package io.ballast.act.journal;

import io.ballast.act.risk.RiskState;

/**
 * The limits' memory changed; the last one of these is the state after a restart.
 *
 * @param cause what changed it, for people: an intent's id, a person's command, a drawdown
 */
public record RiskChanged(RiskState state, String cause) implements JournalEvent {}
