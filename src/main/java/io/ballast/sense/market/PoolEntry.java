package io.ballast.sense.market;

import io.ballast.base.config.Key;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pool of a network file. */
public record PoolEntry(
        @Key(
                value =
                        "Kind of pool. Those of Balancer, Curve, Aerodrome, Velodrome and Slipstream are quoted and priced but not"
                                + " traded: there is no calldata for their routers.",
                required = true)
        Venue venue,

        @Key(value = "Its contract; on Uniswap V4 the PoolManager.", required = true)
        Address address,

        @Key(
                value =
                        "Symbols of its tokens: two in any order; on Balancer two to eight in any order; on Curve two to eight in the"
                                + " pool's own order. On Uniswap V4 the native coin's symbol is the coin itself, which counts as its"
                                + " wrapper.",
                required = true)
        List<Symbol> tokens,

        @Key(
                "Fee on the amount in; on Uniswap V4 dynamic if the hooks set it. Left out for Balancer, Curve, Aerodrome and Velodrome, whose fee is read from the chain.")
        Optional<PoolFee> fee,

        @Key(value = "V3 and V4 only, and only where the fee does not say it.", min = 1, max = 16384)
        Optional<Integer> tickSpacing,

        @Key(
                "Uniswap V4 only: the contract of the pool's hooks. Where it acts in swaps, by its address, the node quotes.")
        Optional<Address> hooks,

        @Key(
                "Balancer's id of the pool in its vault, which begins with the address; on Uniswap V4 the id that must come out of"
                        + " the key.")
        Optional<VaultPoolId> poolId,

        @Key(
                "Whose quotes count: ours (local) or the node's at the block (node). Left out: node for Slipstream and for hooks that"
                        + " act in swaps, else local.")
        Optional<Arithmetic> arithmetic,

        @Key(
                "Day and block at which verify-sim found the local arithmetic equal to the contract, 2026-01-31@19000000. Without it"
                        + " a pool that is quoted by the node of itself may not be made local.")
        Optional<ArithmeticProof> proven,

        @Key(
                "Contract that quotes for the node: of QuoterV2's form, on Uniswap V4 of V4Quoter's. Left out: contracts.quoter for"
                        + " Uniswap V3, contracts.v4_quoter for Uniswap V4.")
        Optional<Address> quoter) {
    private static final Map<Integer, Integer> SPACING = Map.of(100, 1, 500, 10, 3000, 60, 10_000, 200);

    /** A pair that is quoted as its venue usually is. */
    public PoolEntry(Venue venue, Address address, List<Symbol> tokens, PoolFee fee, Optional<Integer> tickSpacing) {
        this(
                venue,
                address,
                tokens,
                Optional.of(fee),
                tickSpacing,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Tick spacing as given, or that of Uniswap's fee tiers; 0 for constant product; empty if nothing says it. */
    Optional<Integer> spacing() {
        if (venue.protocol() != Protocol.CONCENTRATED && venue != Venue.UNISWAP_V4) {
            return Optional.of(0);
        }
        return tickSpacing.or(() -> fee.flatMap(f -> Optional.ofNullable(SPACING.get(f.pips()))));
    }

    /** As given, or as usual. */
    Arithmetic quotedBy() {
        return arithmetic.orElse(usual());
    }

    /** Fees of Slipstream, and hooks that act in swaps, change prices in ways that nobody has proven here. */
    Arithmetic usual() {
        boolean hooked = hooks.filter(PoolKey::swaps).isPresent();
        return venue == Venue.SLIPSTREAM || hooked ? Arithmetic.NODE : Arithmetic.LOCAL;
    }

    /** Whether a symbol of the pool is the chain's coin itself. */
    boolean isCoin(NetworkFile file, Symbol symbol) {
        return venue == Venue.UNISWAP_V4 && symbol.equals(file.nativeCoin());
    }

    /** Symbols of the tokens that it trades: the coin counts as its wrapper. */
    List<Symbol> traded(NetworkFile file) {
        return tokens.stream()
                .map(symbol -> isCoin(file, symbol) ? file.wrapped() : symbol)
                .toList();
    }

    /**
     * The key of a Uniswap V4 pool.
     *
     * @return empty as long as fee, spacing or a token is missing or impossible
     */
    Optional<PoolKey> key(NetworkFile file) {
        List<Address> sorted = tokens.stream()
                .flatMap(symbol -> currency(file, symbol).stream())
                .distinct()
                .sorted()
                .toList();
        return sorted.size() != 2 || fee.isEmpty()
                ? Optional.empty()
                : spacing()
                        .map(spacing -> new PoolKey(
                                sorted.get(0), sorted.get(1), fee.get().pips(), spacing, hooks.orElse(Address.ZERO)));
    }

    private Optional<Address> currency(NetworkFile file, Symbol symbol) {
        return isCoin(file, symbol)
                ? Optional.of(Address.ZERO)
                : Optional.ofNullable(file.tokens().get(symbol)).map(NetworkFile.TokenEntry::address);
    }

    /** Of the key on Uniswap V4; the vault's where there is one; else the address. */
    PoolId id(NetworkFile file) {
        return venue == Venue.UNISWAP_V4 ? key(file).map(PoolKey::id).orElseGet(this::id) : id();
    }

    /** The vault's id where there is one, else the address. */
    PoolId id() {
        return poolId.map(VaultPoolId::id).orElse(PoolId.of(address));
    }

    /** Where the node's quotes come from, if that is said. */
    Optional<Address> quoterOf(NetworkFile file) {
        return quoter.or(() -> switch (venue) {
            case UNISWAP_V3 -> file.contracts().quoter();
            case UNISWAP_V4 -> file.contracts().v4Quoter();
            default -> Optional.empty();
        });
    }
}
