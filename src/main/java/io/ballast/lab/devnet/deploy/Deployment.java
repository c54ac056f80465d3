package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevChain;
import io.ballast.lab.devnet.anvil.FeeLadder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts everything on an empty chain that does not mine by itself, in one block. */
public final class Deployment {
    private static final Wei COINS = Wei.ofCoins(BigDecimal.valueOf(100_000_000));
    private static final Wei OWN_COINS = Wei.ofCoins(BigDecimal.valueOf(1_000_000));

    private final DevChain chain;
    private final Artifacts artifacts;

    public Deployment(DevChain chain, Artifacts artifacts) {
        this.chain = chain;
        this.artifacts = artifacts;
    }

    /**
     * @param prices at which pools and feeds start
     * @param time of the block that holds everything
     * @throws IllegalStateException if a transaction failed
     */
    public DevnetAddresses run(MarketPrices prices, Instant time, Wei baseFee) {
        Script script = new Script();
        ContractScript creation = new ContractScript(script, artifacts);
        Map<DevAsset, Token> tokens = creation.tokens();
        Contracts contracts = creation.contracts(
                Objects.requireNonNull(tokens.get(DevAsset.WETH)).address());
        Map<DevAsset, Address> feeds = creation.feeds(contracts.oracle(), prices);
        new HoldingsScript(script, tokens, prices).all(contracts);
        PoolScript poolScript = new PoolScript(script, artifacts, contracts, tokens, prices);
        poolScript.enableLowestFee();
        List<PoolSpec> pools = PoolPlan.ALL.stream().map(poolScript::pool).toList();
        chain.code(ContractScript.MULTICALL3, creation.multicallRuntime());
        mine(script, time, baseFee);
        return new DevnetAddresses(contracts, tokens, feeds, pools);
    }

    private void mine(Script script, Instant time, Wei baseFee) {
        chain.balance(DevAccounts.DEPLOYER, COINS);
        chain.balance(DevAccounts.ORACLE, OWN_COINS);
        chain.balance(DevAccounts.ARBITRAGEUR, OWN_COINS);
        DevAccounts.TRADERS.forEach(trader -> chain.balance(trader, OWN_COINS));
        chain.send(script.transactions(), FeeLadder.ahead(baseFee));
        chain.mine(time);
        BlockHeader block = chain.head();
        if (chain.waiting() != 0) {
            throw new IllegalStateException("devnet transactions did not fit into block " + block.ref());
        }
        chain.requireSuccess(block.ref());
    }
}
