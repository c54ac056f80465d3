package io.ballast.lab.bench;

import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.ReturnSeries;

/**
 * One series of a set with known answers.
 *
 * @param benchmark returns of the same periods
 * @param days from the start of the first period to the end of the last
 * @param riskFree annual rate
 * @param acceptable annual rate, the threshold of Sortino's and Omega's ratio
 * @param trialSharpes annual Sharpe ratios of the trials to deflate by
 */
public record GoldenCase(
        ReturnSeries returns,
        ReturnSeries benchmark,
        PeriodsPerYear year,
        double days,
        double riskFree,
        double acceptable,
        TrialSharpes trialSharpes) {}
