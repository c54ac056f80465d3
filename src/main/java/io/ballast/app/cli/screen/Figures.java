package io.ballast.app.cli.screen;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: true minus, comma thousands, a plus only where direction matters. */
public final class Figures {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Figures() {}

    /** Dollars with two decimals: NAV. */
    public static String cents(Usd amount) {
        return minus(String.format(Locale.ROOT, "%,.2f", amount.value()));
    }

    /** Dollars with two decimals under 1,000, and none from there. */
    public static String usd(Usd amount) {
        boolean small = amount.value().abs().compareTo(THOUSAND) < 0;
        return minus(String.format(Locale.ROOT, small ? "%,.2f" : "%,.0f", amount.value()));
    }

    /** A difference in dollars, always with its sign. */
    public static String change(Usd amount) {
        return minus(String.format(Locale.ROOT, "%+,.2f", amount.value()));
    }

    /** A share in percent with one decimal. */
    public static String percent(BigDecimal share) {
        return minus(share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + "%");
    }

    /** Half-width of a band: {@code ±2.8%}. */
    public static String band(Bps width) {
        return "±" + percent(width.fraction());
    }

    /** A fall: {@code −0.6%}, and {@code 0.0%} for none. */
    public static String fall(double share) {
        String text = String.format(Locale.ROOT, "%.1f%%", share * 100);
        return text.equals("0.0%") ? text : "−" + text;
    }

    /** A score in basis points, with its sign unless it rounds to zero. */
    public static String score(double bps) {
        String text = String.format(Locale.ROOT, "%+.1f", bps);
        return text.endsWith("0.0") && text.length() == 4 ? "0.0" : minus(text);
    }

    /** Whole tokens with at most six decimals and the symbol. */
    public static String amount(TokenAmount amount) {
        BigDecimal whole = amount.whole();
        BigDecimal shown = whole.scale() > 6 ? whole.setScale(6, RoundingMode.DOWN) : whole;
        return String.format(Locale.ROOT, "%,." + Math.max(0, shown.scale()) + "f", shown) + " " + amount.token();
    }

    /** A gas price in gwei with up to three decimals. */
    public static String gwei(Wei price) {
        BigDecimal rounded = price.gwei().setScale(3, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + " gwei";
    }

    /** A digest or hash by its first four digits after {@code 0x}, if it has any. */
    public static String brief(String hex) {
        int prefix = hex.startsWith("0x") ? 6 : 4;
        return hex.length() <= prefix ? hex : hex.substring(0, prefix) + "…";
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
