package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.dex.web3j.UniversalRouter;
import io.ballast.sense.market.FeedSpec;
import io.ballast.sense.market.Universe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether there is code at every address that the agent would call. */
record ContractCheck(ChainReader chain, AgentConfiguration config) {

    List<CheckLine> lines() {
        Hash32 head = chain.head().ref().hash();
        Map<String, Address> contracts = contracts(config.universe());
        List<CheckLine> lines = new ArrayList<>();
        contracts.forEach((name, address) -> {
            if (chain.code(head, address).size() == 0) {
                lines.add(
                        CheckLine.fail("contracts", "no code at " + name + " " + address, "correct the network file"));
            }
        });
        if (lines.isEmpty()) {
            lines.add(CheckLine.ok(
                    "contracts",
                    "code at all " + contracts.size() + " addresses: routers, multicall, "
                            + config.universe().tokens().size() + " tokens, "
                            + config.universe().pools().size() + " pools, feeds"));
        }
        return lines;
    }

    private static Map<String, Address> contracts(Universe universe) {
        Map<String, Address> contracts = new LinkedHashMap<>();
        for (SwapContract router : universe.routers()) {
            contracts.put(router.label(), router.address());
            if (router instanceof UniversalRouter universal) {
                contracts.put("Permit2", universal.permit2());
            }
        }
        contracts.put("multicall3", universe.multicall());
        universe.tokens().forEach(token -> contracts.put("token " + token, token.address()));
        universe.contracts().poolManager().ifPresent(manager -> contracts.put("pool manager", manager));
        for (PoolSpec pool : universe.pools()) {
            if (pool.id().isContract()) {
                contracts.put("pool " + pool.id(), pool.id().address());
            }
        }
        for (FeedSpec feed : universe.feeds()) {
            contracts.put("feed of " + feed.token(), feed.feed());
        }
        return contracts;
    }
}
