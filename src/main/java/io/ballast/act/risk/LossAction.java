package io.ballast.act.risk;

/** What follows from a loss that lasts, beside the refusal of purchases that every loss limit means. */
public enum LossAction {
    /** Nothing: purchases are refused as long as the loss is there. */
    REFUSE,
    /** HALTED. */
    HALT,
    /** REDUCING until everything is sold for cash, then HALTED. */
    EXIT_TO_CASH
}
