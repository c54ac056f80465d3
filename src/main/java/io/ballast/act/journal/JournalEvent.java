package io.ballast.act.journal;

/**
 * Something that happened, as it is remembered. Records of simple values only; the names of types and components are the
 * journal's format, so a change to either needs a new schema version.
 */
public sealed interface JournalEvent
        permits SessionStarted,
                BooksOpened,
                DecisionMade,
                RiskChanged,
                GateJudged,
                IntentPlanned,
                IntentSigned,
                IntentBroadcast,
                IntentMined,
                IntentUnmined,
                IntentClosed,
                Reconciled,
                FlowsBooked,
                TokenFrozen,
                TokenThawed,
                SpenderBanned,
                Halted,
                SessionEnded {}
