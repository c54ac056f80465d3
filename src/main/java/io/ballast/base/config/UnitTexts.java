package io.ballast.base.config;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the unit types that know nothing of files are read and written. Reasons of refusals are continuations of the text. */
final class UnitTexts {
    private static final BigDecimal MOST_USD = new BigDecimal("1e15");
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Map<String, Duration> STEPS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private UnitTexts() {}

    static Bps bps(String text) {
        Quantity quantity = Quantity.parse(text);
        BigDecimal value = switch (quantity.unit()) {
            case "bps" -> quantity.number();
            case "%" -> quantity.number().movePointRight(2);
            default -> throw new IllegalArgumentException("has the unit \"" + quantity.unit() + "\"");
        };
        if (value.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            throw new IllegalArgumentException("is more than 100%");
        }
        if (value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("is finer than 1bps (0.01%)");
        }
        return new Bps(value.intValueExact());
    }

    static String bps(Bps bps) {
        return bps.value() % 100 == 0 ? bps.percent() : bps.toString();
    }

    static Usd usd(String text) {
        BigDecimal value = Quantity.parse(text).in("USD");
        if (value.compareTo(MOST_USD) > 0) {
            throw new IllegalArgumentException("is more than all money");
        }
        if (value.stripTrailingZeros().scale() > 8) {
            throw new IllegalArgumentException("has more than 8 decimal places");
        }
        return Usd.of(value);
    }

    static String usd(Usd usd) {
        return Decimals.print(usd.value()) + " USD";
    }

    static Duration duration(String text) {
        if (text.matches("[0-9]+:[0-9:]+")) {
            throw new IllegalArgumentException("is a time of day");
        }
        Quantity quantity = Quantity.parse(text);
        Duration step = STEPS.get(quantity.unit());
        if (step == null) {
            throw new IllegalArgumentException("has the unit \"" + quantity.unit() + "\"");
        }
        if (quantity.number().scale() > 0) {
            throw new IllegalArgumentException("is not a whole number of its unit");
        }
        if (quantity.number().compareTo(BigDecimal.valueOf(LONGEST.dividedBy(step))) > 0) {
            throw new IllegalArgumentException("is longer than 100 years");
        }
        return step.multipliedBy(quantity.number().longValueExact());
    }

    static String duration(Duration duration) {
        for (String unit : List.of("d", "h", "m", "s")) {
            Duration step = STEPS.getOrDefault(unit, Duration.ZERO);
            if (duration.toMillis() % step.toMillis() == 0 && !duration.isZero()) {
                return duration.dividedBy(step) + unit;
            }
        }
        return duration.isZero() ? "0s" : duration.toMillis() + "ms";
    }

    static Address address(String text) {
        if (text.matches("[0-9a-fA-F]{40}")) {
            throw new IllegalArgumentException("lacks its 0x");
        }
        if (!text.matches("0x[0-9a-fA-F]*")) {
            throw new IllegalArgumentException("is not hex");
        }
        if (text.length() != 42) {
            throw new IllegalArgumentException("has " + (text.length() - 2) + " digits");
        }
        Address address;
        try {
            address = Address.parse(text);
        } catch (IllegalArgumentException e) {
            String right =
                    Address.parse(text.toLowerCase(java.util.Locale.ROOT)).checksummed();
            throw new IllegalArgumentException("fails its EIP-55 checksum (right would be " + right + ")", e);
        }
        if (address.equals(Address.ZERO)) {
            throw new IllegalArgumentException("is the zero address");
        }
        return address;
    }

    static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is not a path", e);
        }
        throw new IllegalArgumentException("is empty");
    }

    static String string(String text) {
        if (text.isBlank() || text.length() > 500) {
            throw new IllegalArgumentException(text.isBlank() ? "is empty" : "is longer than 500 characters");
        }
        return text;
    }
}
