package io.ballast.lab.devnet;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevChain;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.contract.ContractCache;
import io.ballast.lab.devnet.contract.ContractPins;
import io.ballast.lab.devnet.contract.Npm;
import io.ballast.lab.devnet.deploy.Deployment;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.deploy.TokenGift;
import io.ballast.lab.devnet.flow.GasMarket;
import io.ballast.lab.devnet.flow.OrderFlow;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPath;
import io.ballast.sense.chain.anvil.Anvil;
import io.ballast.sense.chain.anvil.AnvilOptions;
import io.ballast.sense.chain.anvil.Mining;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A local chain with the real contracts, tokens, pools with liquidity and a market that moves. It ends with {@link #close}
 * or with this JVM.
 */
public final class Devnet implements AutoCloseable {
    private static final Wei FIRST_BASE_FEE = Wei.ofGwei(BigDecimal.ONE);
    private static final long BLOCK_GAS = 45_000_000;

    private final Anvil anvil;
    private final DevChain chain;
    private final DevnetAddresses addresses;
    private final Drive drive;

    private Devnet(Anvil anvil, DevChain chain, DevnetAddresses addresses, Drive drive) {
        this.anvil = anvil;
        this.chain = chain;
        this.addresses = addresses;
        this.drive = drive;
    }

    /**
     * Fetches what is missing, starts anvil and puts everything on its chain.
     *
     * @throws io.ballast.lab.devnet.contract.ContractsUnavailableException in one line
     * @throws io.ballast.sense.chain.anvil.AnvilException in one line
     */
    public static Devnet start(DevnetOptions options) {
        Artifacts artifacts = new ContractCache(options.home(), ContractPins.builtIn(), Npm.onPath()).load();
        Anvil anvil = Anvil.start(AnvilOptions.DEFAULT
                .withPort(options.port())
                .withChainId(DevnetAddresses.CHAIN_ID)
                .withGenesis(options.start())
                .withMining(new Mining.Manual()));
        try {
            return deployed(options, anvil, artifacts);
        } catch (RuntimeException e) {
            anvil.close();
            throw e;
        }
    }

    private static Devnet deployed(DevnetOptions options, Anvil anvil, Artifacts artifacts) {
        DevChain chain = new DevChain(anvil.rpc());
        MarketPath path = new MarketPath(options.seed(), options.start());
        Instant time = options.start().plusSeconds(1);
        DevnetAddresses addresses = new Deployment(chain, artifacts).run(path.at(time), time, FIRST_BASE_FEE);
        chain.gasLimit(BLOCK_GAS);
        Market market = new Market(path, new OrderFlow(addresses, options.seed()), new GasMarket(options.seed()));
        return new Devnet(anvil, chain, addresses, drive(options.pace(), chain, market));
    }

    private static Drive drive(Pace pace, DevChain chain, Market market) {
        return switch (pace) {
            case Pace.LockStep() -> new LockStep(chain, market);
            case Pace.RealTime realTime -> new RealTimeFlow(chain, market, realTime);
        };
    }

    public URI rpcUrl() {
        return anvil.rpcUrl();
    }

    public DevnetAddresses addresses() {
        return addresses;
    }

    /**
     * Time by hand.
     *
     * @throws IllegalStateException if this devnet runs in real time
     */
    public LockStep lockStep() {
        if (drive instanceof LockStep lockStep) {
            return lockStep;
        }
        throw new IllegalStateException("this devnet runs in real time");
    }

    /**
     * The order flow by the wall clock, not yet begun.
     *
     * @throws IllegalStateException if this devnet runs in lock-step
     */
    public RealTimeFlow realTime() {
        if (drive instanceof RealTimeFlow realTime) {
            return realTime;
        }
        throw new IllegalStateException("this devnet runs in lock-step");
    }

    /**
     * Gives an account tokens made for it, and mines the block they come in.
     *
     * @param coins the account's balance afterwards, less what it spends in that block
     */
    public void fund(Address account, List<TokenAmount> gifts, Wei coins) {
        chain.balance(account, coins);
        Token weth = addresses.token(DevAsset.WETH);
        List<DevTransaction> transactions = gifts.stream()
                .flatMap(gift -> TokenGift.of(
                        DevAccounts.DEPLOYER, account, gift, gift.token().equals(weth))
                        .stream())
                .toList();
        chain.requireSuccess(drive.mineWith(transactions).ref());
    }

    /** Ends the order flow and stops anvil; nothing is left of the chain. */
    @Override
    public void close() {
        drive.close();
        anvil.close();
    }
}
