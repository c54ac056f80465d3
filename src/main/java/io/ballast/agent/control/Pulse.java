package io.ballast.agent.control;

import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Usd;
import java.time.Instant;
import java.util.Optional;

/**
 * How one decision cycle ended.
 *
 * @param at when
 * @param answered whether the chain gave a usable answer
 * @param nav value of the account; empty if not known
 * @param note one line for people
 */
public record Pulse(
        Instant at, boolean answered, TradingState trading, String reason, Optional<Usd> nav, String note) {}
