package io.ballast.act.journal;

import io.ballast.base.units.Address;

/**
 * A contract did not consume what it was allowed to take and never gets an allowance again.
 *
 * @param reason for people
 */
public record SpenderBanned(Address spender, String reason) implements JournalEvent {}
