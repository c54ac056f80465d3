package io.ballast.think.action;

/** Why something that could be done is not among the candidates. */
public enum DropReason {
    BELOW_MIN_TRADE("Every leg is under the minimum trade"),
    NO_ROUTE("No pool can take the amount"),
    PRICE_IMPACT("Moves the price too far"),
    SANDWICH("A sandwich could take too much"),
    OVER_LIMIT("The limits leave no room for it"),
    WEIGHT_BOUNDS("Leaves a weight outside its bounds"),
    INSUFFICIENT_BALANCE("More than is held"),
    DUPLICATE("Same trades as another"),
    TOO_MANY("More candidates than can be scored at once");

    private final String words;

    DropReason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
