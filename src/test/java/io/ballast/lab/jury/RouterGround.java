package io.ballast.lab.jury;

import io.ballast.base.units.Token;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Route;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A chain with every exchange, every router, three tokens of 18 decimals and a V2 pair between each and the next. */
final class RouterGround implements AutoCloseable {
    /** What a test trades; small beside every pool. */
    static final BigInteger IN = BigInteger.TEN.pow(17);

    private static final BigInteger RESERVE = BigInteger.TEN.pow(21);
    private static final int DECIMALS = 18;
    private final Ground ground;
    private final Exchanges exchanges;
    private final Singleton singleton;
    private final Routers routers;
    private final List<Token> tokens;
    private final List<PoolSpec> pairs;

    RouterGround() {
        ground = Ground.start();
        exchanges = new Exchanges(ground);
        singleton = new Singleton(ground, exchanges.witness());
        routers = new Routers(ground, exchanges, singleton);
        tokens = exchanges.tokens().stream()
                .filter(token -> token.decimals() == DECIMALS)
                .toList();
        pairs = List.of(
                exchanges.pair(token(0), token(1), RESERVE, RESERVE),
                exchanges.pair(token(1), token(2), RESERVE, RESERVE));
    }

    Ground ground() {
        return ground;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    Singleton singleton() {
        return singleton;
    }

    Routers routers() {
        return routers;
    }

    List<Token> tokens() {
        return tokens;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    List<PoolSpec> pairs() {
        return pairs;
    }

    /** From the first token on through the pools. */
    Route route(PoolSpec... through) {
        List<Hop> hops = new ArrayList<>();
        Token at = token(0);
        for (PoolSpec pool : through) {
            Token next = pool.token0().equals(at) ? pool.token1() : pool.token0();
            hops.add(new Hop(pool.id(), pool.venue(), pool.feePips(), at, next));
            at = next;
        }
        return new Route(hops);
    }

    @Override
    public void close() {
        ground.close();
    }
}
