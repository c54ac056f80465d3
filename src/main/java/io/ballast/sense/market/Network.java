package io.ballast.sense.market;

import io.ballast.base.config.Nearest;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.BalancerReads;
import io.ballast.sense.dex.web3j.CurveReads;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.dex.web3j.SolidlyReads;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.dex.web3j.V4Lens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A network whose symbols are resolved to pinned tokens.
 *
 * @param file the profile as written
 * @param tokens by symbol
 */
public record Network(NetworkFile file, Map<String, Token> tokens) {
    private static final Comparator<Token> BY_ADDRESS = Comparator.comparing(Token::address);

    /** Of a file without problems. */
    public static Network of(NetworkFile file) {
        Map<String, Token> tokens = new TreeMap<>();
        file.tokens()
                .forEach((symbol, entry) ->
                        tokens.put(symbol.text(), new Token(entry.address(), symbol.text(), entry.decimals())));
        return new Network(file, Collections.unmodifiableMap(tokens));
    }

    /**
     * Narrows the network to what one strategy may see.
     *
     * @param complaint gets a symbol, or an empty text for the network as a whole, and what is wrong with it
     * @return empty after a complaint, or if no kind of pool can be traded
     */
    public Optional<Universe> universe(
            Set<Symbol> wanted, Symbol cash, Set<Venue> venues, BiConsumer<String, String> complaint) {
        Complaints complaints = new Complaints(complaint);
        List<SwapContract> routers = new RouterChoice(file).of(venues, message -> complaints.add("", message));
        Address multicall = contract(file.contracts().multicall3(), "multicall3", complaints);
        List<Token> chosen = Stream.concat(wanted.stream(), Stream.of(file.wrapped()))
                .distinct()
                .flatMap(symbol -> find(symbol, complaints).stream())
                .sorted(BY_ADDRESS)
                .toList();
        List<FeedSpec> feeds = chosen.stream()
                .flatMap(token -> feed(token, complaints).stream())
                .toList();
        List<PoolSpec> pools = pools(chosen, venues);
        Token resting = tokens.get(cash.text());
        Token wrapper = tokens.get(file.wrapped().text());
        if (complaints.any || routers.isEmpty() || resting == null || wrapper == null) {
            return Optional.empty();
        }
        return Optional.of(new Universe(
                file.chainId(),
                chosen,
                resting,
                wrapper,
                pools,
                feeds,
                routers,
                multicall,
                file.chain(),
                quoters(),
                contracts()));
    }

    /** Which pinned contract an address is: {@code token WETH}, {@code pool 0x…}, {@code router}; empty if none. */
    public Optional<String> contractAt(Address address) {
        Optional<String> token = tokens.values().stream()
                .filter(t -> t.address().equals(address))
                .map(t -> "token " + t)
                .findFirst();
        Optional<String> pool = file.pools().stream()
                .filter(p -> p.address().equals(address))
                .map(p -> "pool " + address)
                .findFirst();
        boolean router = new RouterChoice(file)
                .all().stream().anyMatch(each -> each.address().equals(address));
        boolean multicall =
                file.contracts().multicall3().filter(address::equals).isPresent();
        return token.or(() -> pool)
                .or(() -> router ? Optional.of("router") : Optional.empty())
                .or(() -> multicall ? Optional.of("multicall") : Optional.empty());
    }

    private Optional<Token> find(Symbol symbol, Complaints complaints) {
        Token token = tokens.get(symbol.text());
        if (token == null) {
            complaints.add(
                    symbol.text(), "network " + file.name() + " pins no token \"" + symbol + "\"" + instead(symbol));
        }
        return Optional.ofNullable(token);
    }

    private String instead(Symbol symbol) {
        if (symbol.equals(file.nativeCoin())) {
            return ", write " + file.wrapped() + ": the coin itself is kept for gas";
        }
        return tokens.isEmpty() ? ", it has no tokens at all" : Nearest.hint(symbol.text(), tokens.keySet());
    }

    private Optional<FeedSpec> feed(Token token, Complaints complaints) {
        Optional<FeedSpec> feed = file.tokens().entrySet().stream()
                .filter(e -> e.getKey().text().equals(token.symbol()))
                .flatMap(e -> e.getValue().feed().stream())
                .map(f -> new FeedSpec(token, f.address(), f.decimals(), f.heartbeat()))
                .findFirst();
        if (feed.isEmpty()) {
            complaints.add(token.symbol(), "network " + file.name() + " pins no price feed of " + token);
        }
        return feed;
    }

    private List<PoolSpec> pools(List<Token> chosen, Set<Venue> venues) {
        return file.pools().stream()
                .filter(pool -> venues.contains(pool.venue()))
                .flatMap(pool -> spec(pool, chosen).stream())
                .sorted(Comparator.comparing(PoolSpec::id))
                .toList();
    }

    /** Every pool of the file whose tokens are all pinned, tradable or not, in ascending order of id. */
    public List<PoolSpec> allPools() {
        List<Token> all = List.copyOf(tokens.values());
        return file.pools().stream()
                .flatMap(pool -> spec(pool, all).stream())
                .sorted(Comparator.comparing(PoolSpec::id))
                .toList();
    }

    /** Reads all kinds of pool that the file can name, tradable or not. */
    public List<StateReads> reads() {
        List<StateReads> reads = new ArrayList<>(List.of(new PoolLens(), new CurveReads()));
        file.contracts().balancerVault().map(BalancerReads::new).ifPresent(reads::add);
        file.contracts().solidlyFactory().map(SolidlyReads::new).ifPresent(reads::add);
        file.contracts().poolManager().map(V4Lens::new).ifPresent(reads::add);
        return reads;
    }

    /** Through which pools are read. */
    public ReadContracts contracts() {
        return new ReadContracts(
                file.contracts().poolManager(), file.contracts().tickLens());
    }

    /** Quoters of the pools that the node quotes. */
    public Map<PoolId, Address> quoters() {
        Map<PoolId, Address> quoters = new TreeMap<>();
        for (PoolEntry pool : file.pools()) {
            if (pool.quotedBy() == Arithmetic.NODE) {
                pool.quoterOf(file).ifPresent(quoter -> quoters.put(pool.id(file), quoter));
            }
        }
        return quoters;
    }

    /** Empty unless all its tokens are among those chosen. */
    private Optional<PoolSpec> spec(PoolEntry pool, List<Token> chosen) {
        List<Token> held = pool.traded(file).stream()
                .flatMap(
                        symbol -> chosen.stream().filter(token -> token.symbol().equals(symbol.text())))
                .toList();
        if (pool.venue() == Venue.UNISWAP_V4) {
            return held.size() < 2 ? Optional.empty() : pool.key(file).map(key -> singleton(pool, key, held));
        }
        boolean ordered = pool.venue().protocol() == Protocol.STABLE_SWAP;
        return held.size() < pool.tokens().size()
                ? Optional.empty()
                : pool.spacing()
                        .map(spacing -> new PoolSpec(
                                pool.id(),
                                pool.venue(),
                                ordered
                                        ? held
                                        : held.stream().sorted(BY_ADDRESS).toList(),
                                pool.fee().map(PoolFee::pips).orElse(0),
                                spacing,
                                Address.ZERO,
                                pool.quotedBy()));
    }

    /** In the order of the currencies, where the coin comes first whatever the address of its wrapper. */
    private static PoolSpec singleton(PoolEntry pool, PoolKey key, List<Token> held) {
        Token second = held.get(held.get(0).address().equals(key.currency1()) ? 0 : 1);
        Token first = held.get(held.get(0).equals(second) ? 1 : 0);
        return key.spec(first, second).quotedBy(pool.quotedBy());
    }

    private Address contract(Optional<Address> address, String name, Complaints complaints) {
        if (address.isEmpty()) {
            complaints.add("", "network " + file.name() + " pins no " + name + " (contracts." + name + ")");
        }
        return address.orElse(Address.ZERO);
    }

    private static final class Complaints {
        private final BiConsumer<String, String> sink;
        private boolean any;

        Complaints(BiConsumer<String, String> sink) {
            this.sink = sink;
        }

        void add(String symbol, String message) {
            any = true;
            sink.accept(symbol, message);
        }
    }
}
