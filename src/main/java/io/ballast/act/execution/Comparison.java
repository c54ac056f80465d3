package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.base.units.TokenAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * Books and chain side by side at one block.
 *
 * @param chain what the chain says
 * @param books what the journal says
 * @param found what explains the difference; empty if there is none
 */
public record Comparison(ChainBalances chain, Books books, FlowsFound found) {
    /** Whether every token that can be read and the coins agree to the unit. */
    public boolean equal() {
        return books.coinsOnChain().equals(chain.coins()) && books.onChain().containsAll(chain.balances());
    }

    /** For people: a line for each token and for the coins, then what explains a difference. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (TokenAmount expected : books.onChain()) {
            TokenAmount apart = books.apart(expected.token());
            lines.add(line(
                    expected.token().symbol(),
                    exact(expected),
                    chain.balances().stream()
                            .filter(amount -> amount.token().equals(expected.token()))
                            .findFirst()
                            .map(Comparison::exact)
                            .orElse("cannot be read"),
                    apart.isZero() ? "" : ", of it kept apart " + exact(apart)));
        }
        boolean none = books.coinsApart().value().signum() == 0;
        lines.add(line(
                "coins",
                books.coinsOnChain().coins().toPlainString(),
                chain.coins().coins().toPlainString(),
                none ? "" : ", of them kept apart " + books.coinsApart().coins().toPlainString()));
        found.flows().forEach(flow -> lines.add("explained: " + FlowWords.of(flow)));
        found.outflows().forEach(flow -> lines.add("NOT explained: " + FlowWords.of(flow)));
        return lines;
    }

    private static String line(String what, String books, String chain, String apart) {
        String verdict = books.equals(chain) ? "equal  " : "DIFFERS";
        return verdict + " " + what + ": books " + books + ", chain " + chain + apart;
    }

    private static String exact(TokenAmount amount) {
        return amount.whole().toPlainString();
    }
}
