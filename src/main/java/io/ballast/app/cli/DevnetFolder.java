package io.ballast.app.cli;

import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.NetworkYaml;
import io.ballast.lab.devnet.price.DevAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a devnet leaves for agents that trade on it. */
record DevnetFolder(Path path) {
    private static final Wei COINS = Wei.ofCoins(BigDecimal.TEN);
    private static final Map<DevAsset, String> GIFTS =
            Map.of(DevAsset.USDC, "30000", DevAsset.WETH, "3", DevAsset.WBTC, "0.1", DevAsset.LINK, "150");

    /** The network file that {@code networks_dir} is pointed at. */
    Path networkFile() {
        return path.resolve("networks").resolve("devnet.yaml");
    }

    void write(Devnet devnet, Duration blockTime) {
        try {
            Files.createDirectories(path.resolve("networks"));
            Files.writeString(networkFile(), NetworkYaml.of(devnet.addresses(), blockTime));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + networkFile() + ": " + e.getMessage(), e);
        }
    }

    /** Tokens worth some 50,000 USD, and coins for gas. */
    static void fund(Devnet devnet, Address account) {
        List<TokenAmount> gifts = GIFTS.entrySet().stream()
                .map(gift -> TokenAmount.of(devnet.addresses().token(gift.getKey()), new BigDecimal(gift.getValue())))
                .toList();
        devnet.fund(account, gifts, COINS);
    }
}
