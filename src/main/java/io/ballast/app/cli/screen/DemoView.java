package io.ballast.app.cli.screen;

import io.ballast.agent.CycleOutcome;
import io.ballast.lab.demo.DemoFrame;

/**
 * Everything the demo's screen shows.
 *
 * @param number of the cycle, from 1
 * @param explain all candidates with their verdicts and all limits, instead of the few that matter
 * @param wish what a key asked for and is not done yet; empty for nothing
 */
public record DemoView(int number, CycleOutcome outcome, DemoFrame frame, boolean explain, String wish) {}
