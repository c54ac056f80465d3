package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.OnChainExecutor;
import io.ballast.act.execution.Reconciler;
import io.ballast.act.execution.Recovery;
import io.ballast.act.execution.Upkeep;

/** What acts on the chain with the account's key. */
record OnChainParts(
        OnChainExecutor executor, Recovery recovery, Reconciler reconciler, Upkeep upkeep, AllowanceGuard allowances) {}
