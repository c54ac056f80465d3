package io.ballast.lab.sim;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.PoolState;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a block leaves behind: coins, tokens, allowances, pools and feeds. To be copied before it is changed. */
final class SimState {
    /** Holder of a token. */
    record Account(Address token, Address holder) {}

    /** Whom a holder allows to take a token. */
    record Permission(Address token, Address owner, Address spender) {}

    /** Answer of a feed. */
    record Round(BigInteger answer, long updatedAt) {}

    private BigInteger coins;
    private long nonce;
    private boolean replaced;
    private final Map<Account, BigInteger> balances;
    private final Map<Permission, BigInteger> allowances;
    private final Map<PoolId, PoolState> pools;
    private final Map<Address, Round> feeds;

    SimState(BigInteger coins) {
        this(coins, 0, false, Map.of(), Map.of(), Map.of(), Map.of());
    }

    private SimState(
            BigInteger coins,
            long nonce,
            boolean replaced,
            Map<Account, BigInteger> balances,
            Map<Permission, BigInteger> allowances,
            Map<PoolId, PoolState> pools,
            Map<Address, Round> feeds) {
        this.coins = coins;
        this.nonce = nonce;
        this.replaced = replaced;
        this.balances = new HashMap<>(balances);
        this.allowances = new HashMap<>(allowances);
        this.pools = new TreeMap<>(pools);
        this.feeds = new HashMap<>(feeds);
    }

    SimState copy() {
        return new SimState(coins, nonce, replaced, balances, allowances, pools, feeds);
    }

    /** Coins of the owner; nobody else's matter. */
    BigInteger coins() {
        return coins;
    }

    void addCoins(BigInteger change) {
        coins = coins.add(change);
    }

    /** Transactions of the owner that were mined. */
    long nonce() {
        return nonce;
    }

    void countTransaction() {
        nonce++;
    }

    /** Whether the router has other code than it had. */
    boolean replaced() {
        return replaced;
    }

    void replaceRouter() {
        replaced = true;
    }

    /** Something at every address, so that there is code to be read. */
    Bytes code(Address address) {
        boolean other = replaced && address.equals(SimSetup.UNIVERSE.router());
        return other ? Bytes.of((byte) 1) : Bytes.of(address.bytes());
    }

    BigInteger balance(Address token, Address holder) {
        return balances.getOrDefault(new Account(token, holder), BigInteger.ZERO);
    }

    void addBalance(Address token, Address holder, BigInteger change) {
        balances.merge(new Account(token, holder), change, BigInteger::add);
    }

    BigInteger allowance(Address token, Address owner, Address spender) {
        return allowances.getOrDefault(new Permission(token, owner, spender), BigInteger.ZERO);
    }

    void allow(Address token, Address owner, Address spender, BigInteger amount) {
        allowances.put(new Permission(token, owner, spender), amount);
    }

    /** Every allowance that stands. */
    Map<Permission, BigInteger> allowances() {
        Map<Permission, BigInteger> standing = new HashMap<>(allowances);
        standing.values().removeIf(amount -> amount.signum() == 0);
        return standing;
    }

    Map<PoolId, PoolState> pools() {
        return pools;
    }

    void put(PoolState pool) {
        pools.put(pool.id(), pool);
    }

    Round feed(Address feed) {
        Round round = feeds.get(feed);
        if (round == null) {
            throw new IllegalStateException("no feed at " + feed);
        }
        return round;
    }

    boolean isFeed(Address address) {
        return feeds.containsKey(address);
    }

    void write(Address feed, Round round) {
        feeds.put(feed, round);
    }
}
