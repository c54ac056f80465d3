package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.time.Instant;

/** Net asset value at one time, kept to know what was lost within a day. */
public record NavSample(Instant at, Usd nav) {}
