package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.RoutePart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Universal Router's commands for a part along Uniswap V4 pools. The part starts and ends in tokens; before a pool that
 * settles in the chain's coin the router unwraps, after it it wraps, so that nothing is left with it.
 */
final class V4Commands {
    /** Stands for the router itself where it takes a recipient. */
    private static final Address ROUTER = Address.parse("0x0000000000000000000000000000000000000002");

    private static final int AMOUNT_BITS = 128;

    private final V4Actions actions;
    private final Map<PoolId, PoolSpec> pools;

    V4Commands(UniversalRouterVersion version, Map<PoolId, PoolSpec> pools) {
        this.actions = new V4Actions(version, this::pool);
        this.pools = pools;
    }

    List<RouterCommand> of(RoutePart part, Address recipient) {
        requireFits(part.amountIn().raw());
        requireFits(part.minOut().raw());
        List<RouterCommand> commands = new ArrayList<>();
        List<List<Hop>> runs = runs(part.route().hops());
        for (int i = 0; i < runs.size(); i++) {
            V4Leg leg = leg(part, runs, i, recipient);
            if (i == 0 && !leg.paidByUser()) {
                commands.addAll(pulledAndUnwrapped(part));
            }
            commands.add(new RouterCommand(RouterCommand.V4_SWAP, actions.swap(leg)));
            boolean last = i == runs.size() - 1;
            if (isCoin(leg.out())) {
                commands.add(exchange(RouterCommand.WRAP_ETH, last ? recipient : ROUTER, V4Leg.ALL_HELD));
            } else if (!last) {
                commands.add(exchange(RouterCommand.UNWRAP_WETH, ROUTER, BigInteger.ZERO));
            }
        }
        return commands;
    }

    /** Hops between which nothing is wrapped or unwrapped. */
    private List<List<Hop>> runs(List<Hop> hops) {
        List<List<Hop>> runs = new ArrayList<>();
        for (Hop hop : hops) {
            boolean joins = !runs.isEmpty() && out(runs.getLast().getLast()).equals(in(hop));
            if (!joins) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(hop);
        }
        return runs;
    }

    private V4Leg leg(RoutePart part, List<List<Hop>> runs, int i, Address recipient) {
        List<Hop> hops = runs.get(i);
        boolean last = i == runs.size() - 1;
        Address in = in(hops.getFirst());
        Address out = out(hops.getLast());
        return new V4Leg(
                hops,
                in,
                out,
                i == 0 ? part.amountIn().raw() : BigInteger.ZERO,
                last ? part.minOut().raw() : BigInteger.ZERO,
                i == 0 && !isCoin(in),
                last && !isCoin(out) ? recipient : ROUTER);
    }

    /** Out of the sender's Permit2 allowance of the wrapper. */
    private static List<RouterCommand> pulledAndUnwrapped(RoutePart part) {
        BigInteger amount = part.amountIn().raw();
        Address wrapper = part.route().in().address();
        return List.of(
                new RouterCommand(
                        RouterCommand.PERMIT2_TRANSFER_FROM,
                        Abi.encode(Abi.address(wrapper), Abi.address(ROUTER), Abi.uint(amount))),
                exchange(RouterCommand.UNWRAP_WETH, ROUTER, amount));
    }

    private static RouterCommand exchange(byte code, Address recipient, BigInteger amount) {
        Bytes input = Abi.encode(Abi.address(recipient), Abi.uint(amount));
        return new RouterCommand(code, input);
    }

    private Address in(Hop hop) {
        return pool(hop).currency(hop.in());
    }

    private Address out(Hop hop) {
        return pool(hop).currency(hop.out());
    }

    private PoolSpec pool(Hop hop) {
        PoolSpec pool = pools.get(hop.pool());
        if (pool == null) {
            throw new IllegalArgumentException("no specification of pool " + hop.pool());
        }
        if (pool.token0().address().equals(Address.ZERO)) {
            throw new IllegalArgumentException(
                    "pool " + hop.pool() + " trades the chain's coin itself, expected its wrapper as the token");
        }
        return pool;
    }

    private static boolean isCoin(Address currency) {
        return currency.equals(Address.ZERO);
    }

    private static void requireFits(BigInteger amount) {
        if (amount.bitLength() > AMOUNT_BITS) {
            throw new IllegalArgumentException("Uniswap V4 swaps less than 2^128, was " + amount);
        }
    }
}
