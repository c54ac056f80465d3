package io.ballast.lab.backtest.replay;

import io.ballast.lab.backtest.scenario.Period;
import io.ballast.lab.backtest.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;

/** When a run over recorded events decides: at the period's start and then once a timeframe, but not at its end. */
record Schedule(Period period, Duration timeframe) {
    static Schedule of(Scenario scenario) {
        return new Schedule(
                scenario.written().period(), scenario.agent().strategy().timeframe());
    }

    int decisions() {
        long seconds = Duration.between(period.start(), period.end()).toSeconds();
        return Math.toIntExact((seconds + timeframe.toSeconds() - 1) / timeframe.toSeconds());
    }

    /** Of a decision, from 0; of the one after the last the end. */
    Instant time(int decision) {
        Instant time = period.start().plus(timeframe.multipliedBy(decision));
        return time.isAfter(period.end()) ? period.end() : time;
    }

    /** So many timeframes before the first decision. */
    Instant before(int bars) {
        return period.start().minus(timeframe.multipliedBy(bars));
    }
}
