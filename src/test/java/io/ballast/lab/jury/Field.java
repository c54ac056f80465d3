package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.dex.web3j.V4Lens;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pools of every shape, on a chain for tests: four spacings and fees, on four kinds of terrain, at V2, V3 and V4. */
final class Field {
    private record Tier(int feePips, int spacing) {}

    private static final List<Tier> TIERS =
            List.of(new Tier(100, 1), new Tier(500, 10), new Tier(3_000, 60), new Tier(10_000, 200));
    private static final Wei COINS = new Wei(BigInteger.ONE.shiftLeft(126));

    private final Ground ground;
    private final Exchanges exchanges;
    private final Singleton singleton;
    private final Random random;
    private final List<PoolSpec> specs = new ArrayList<>();

    Field(Ground ground, long seed) {
        this.ground = ground;
        this.random = new Random(seed);
        this.exchanges = new Exchanges(ground);
        this.singleton = new Singleton(ground, exchanges.witness());
        ground.rpc().setBalance(exchanges.witness(), COINS);
        for (Terrain.Kind kind : Terrain.Kind.values()) {
            Token other = exchanges.tokens().get(1 + kind.ordinal());
            pair(other, 110 - 25 * kind.ordinal(), 35 + 20 * kind.ordinal());
            TIERS.forEach(tier -> tier(kind, other, tier));
        }
        coins();
        dynamic();
        ground.mine();
    }

    private void pair(Token other, int bits0, int bits1) {
        specs.add(exchanges.pair(first(), other, reserve(bits0), reserve(bits1)));
    }

    private BigInteger reserve(int bits) {
        return new BigInteger(bits, random).setBit(bits);
    }

    private void tier(Terrain.Kind kind, Token other, Tier tier) {
        Terrain terrain = Terrain.of(kind, tier.spacing(), Terrain.Ends.V3, random);
        specs.add(exchanges.pool(first(), other, tier.feePips(), tier.spacing(), terrain));
        Terrain singletons = Terrain.of(kind, tier.spacing(), Terrain.Ends.V4, random);
        PoolSpec pool = singleton.pool(first(), other, tier.feePips(), tier.spacing(), Address.ZERO, singletons);
        if (kind == Terrain.Kind.ISLANDS) {
            singleton.protocolFee(pool, random.nextInt(1_001), random.nextInt(1_001));
        }
        specs.add(pool);
    }

    private void coins() {
        Terrain terrain = Terrain.of(Terrain.Kind.HILLS, 60, Terrain.Ends.V4, random);
        specs.add(singleton.pool(Singleton.ETH, first(), 3_000, 60, Address.ZERO, terrain));
    }

    /** The fees of one are the hooks' alone, of the other theirs and the protocol's. */
    private void dynamic() {
        for (int spacing : List.of(10, 60)) {
            Terrain terrain = Terrain.of(Terrain.Kind.HILLS, spacing, Terrain.Ends.V4, random);
            PoolSpec pool = singleton.pool(
                    first(), exchanges.tokens().get(1), PoolKey.DYNAMIC_FEE, spacing, Singleton.FEE_SETTER, terrain);
            singleton.dynamicFee(pool, 1 + random.nextInt(30_000));
            if (spacing == 60) {
                singleton.protocolFee(pool, 250, 1_000);
            }
            specs.add(pool);
        }
    }

    private Token first() {
        return exchanges.tokens().get(0);
    }

    Exchanges exchanges() {
        return exchanges;
    }

    Singleton singleton() {
        return singleton;
    }

    /** One more position, near the price. */
    void grow(PoolState state, Random randomly) {
        PoolSpec spec = state.spec();
        int tick = ((ConcentratedPool) state).tick() / spec.tickSpacing();
        int low = (tick - randomly.nextInt(20)) * spec.tickSpacing();
        Position position = new Position(
                low, low + (1 + randomly.nextInt(30)) * spec.tickSpacing(), new BigInteger(40, randomly).setBit(40));
        if (spec.venue() == Venue.UNISWAP_V4) {
            singleton.add(PoolKey.of(spec), position);
        } else {
            exchanges.add(spec.id().address(), position);
        }
    }

    /** Read by our lenses. */
    List<PoolState> states(Venue venue) {
        StateReads lens = venue == Venue.UNISWAP_V4 ? new V4Lens(singleton.manager()) : new PoolLens();
        List<PoolSpec> pools =
                specs.stream().filter(spec -> spec.venue() == venue).toList();
        return lens.states(
                pools, ground.ask(lens.calls(pools)), ground.head().ref().timestamp());
    }
}
