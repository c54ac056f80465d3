package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CallPlan;

/** Whether the calls of a day stay within what the trader wants to pay for. */
final class BudgetCheck {
    private BudgetCheck() {}

    static CheckLine line(AgentConfiguration config) {
        CallPlan plan = CallPlan.of(config);
        return plan.refused()
                ? CheckLine.fail("calls", plan.text(), plan.remedy())
                : CheckLine.ok("calls", plan.text());
    }
}
