package io.ballast.app.cli;

import io.ballast.app.cli.screen.Columns;
import io.ballast.base.units.Address;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.sense.dex.PoolSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything is on a devnet.
 *
 * @param pools by {@code WETH/USDC v3 0.05%}
 */
record DevnetResult(
        URI rpc,
        long chainId,
        Path networkFile,
        Address router,
        Address quoter,
        Address multicall3,
        Map<String, Address> tokens,
        Map<String, Address> feeds,
        Map<String, Address> pools) {

    static DevnetResult of(URI rpc, DevnetAddresses addresses, Path networkFile) {
        Map<String, Address> tokens = new TreeMap<>();
        addresses.tokens().forEach((asset, token) -> tokens.put(asset.name(), token.address()));
        Map<String, Address> feeds = new TreeMap<>();
        addresses.feeds().forEach((asset, feed) -> feeds.put(asset.name(), feed));
        Map<String, Address> pools = new TreeMap<>();
        addresses.pools().forEach(pool -> pools.put(name(pool), pool.id().address()));
        return new DevnetResult(
                rpc,
                DevnetAddresses.CHAIN_ID,
                networkFile,
                addresses.contracts().router(),
                addresses.contracts().quoter(),
                addresses.contracts().multicall(),
                tokens,
                feeds,
                pools);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("RPC          " + rpc);
        lines.add("chain id     " + chainId);
        lines.add("network file " + networkFile);
        lines.add("router       " + router);
        lines.add("quoter       " + quoter);
        lines.add("multicall3   " + multicall3);
        tokens.forEach((name, address) -> lines.add(Columns.left(name, 13) + address));
        pools.forEach((name, address) -> lines.add(Columns.left(name, 22) + " " + address));
        lines.add("Running until Ctrl-C.");
        return lines;
    }

    private static String name(PoolSpec pool) {
        String version = pool.venue().name().endsWith("V2") ? "v2" : "v3";
        return pool.token0() + "/" + pool.token1() + " " + version + " " + pool.feePips() / 10_000.0 + "%";
    }
}
