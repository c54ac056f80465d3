package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import java.util.List;
import java.util.Optional;

/**
 * A chain behind one or more JSON-RPC endpoints. Reads move to the next endpoint, and try again with growing pauses, only
 * while endpoints are UNAVAILABLE; a transaction is sent to one endpoint, once. Every endpoint must prove its chain id
 * before it is used. Messages name endpoints by index and host. Thread-safe.
 */
public final class Web3jChain implements ChainReader, ChainSubmitter {
    private final EndpointPool pool;
    private final TransactionSender sender;

    /**
     * @param urls http or https endpoints in order of preference
     * @param expectedChainId an endpoint that serves another chain is never used
     */
    public Web3jChain(List<String> urls, long expectedChainId, RpcLimits limits, FailoverPolicy policy) {
        pool = new EndpointPool(urls, expectedChainId, limits, policy);
        sender = new TransactionSender(pool);
    }

    /** With {@link RpcLimits#DEFAULT} and {@link FailoverPolicy#DEFAULT}. */
    public Web3jChain(List<String> urls, long expectedChainId) {
        this(urls, expectedChainId, RpcLimits.DEFAULT, FailoverPolicy.DEFAULT);
    }

    /** As the endpoint in use says now. */
    @Override
    public long chainId() {
        return pool.read(Endpoint::chainId);
    }

    @Override
    public BlockHeader head() {
        return pool.read(Headers::newest);
    }

    @Override
    public Optional<BlockHeader> header(Hash32 hash) {
        return pool.read(rpc -> Headers.canonical(rpc, hash));
    }

    @Override
    public List<BlockHeader> headers(List<Long> numbers) {
        return pool.read(rpc -> Headers.atNumbers(rpc, numbers));
    }

    @Override
    public List<CallResult> call(Hash32 at, List<EthCall> calls) {
        List<RpcCall> requests =
                calls.stream().map(call -> PinnedCalls.request(at, call)).toList();
        return pool.read(rpc -> rpc.ask(requests).stream()
                .map(answer -> PinnedCalls.result(rpc, answer))
                .toList());
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        return pool.read(rpc -> new LogRange(rpc, query).fetch());
    }

    @Override
    public List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0) {
        LogQuery query = new LogQuery(block.number(), block.number(), addresses, topic0);
        return pool.read(rpc -> BlockLogs.fetch(rpc, block.hash(), query));
    }

    @Override
    public Optional<Receipt> receipt(Hash32 tx) {
        return pool.read(rpc -> Receipts.find(rpc, tx));
    }

    @Override
    public boolean knows(Hash32 tx) {
        return pool.read(rpc -> Receipts.knows(rpc, tx));
    }

    @Override
    public Wei balance(Hash32 at, Address account) {
        RpcCall call = RpcCall.of("eth_getBalance", account.hex(), PinnedCalls.block(at));
        return pool.read(rpc -> Results.text(rpc, call, text -> new Wei(Hex.quantity(text))));
    }

    @Override
    public long minedNonce(Address account) {
        RpcCall call = RpcCall.of("eth_getTransactionCount", account.hex(), "latest");
        return pool.read(rpc -> Results.text(rpc, call, Hex::quantityLong));
    }

    @Override
    public Bytes code(Hash32 at, Address account) {
        RpcCall call = RpcCall.of("eth_getCode", account.hex(), PinnedCalls.block(at));
        return pool.read(rpc -> Results.text(rpc, call, Bytes::parse));
    }

    @Override
    public List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions) {
        return pool.read(rpc -> new Simulation(rpc, at, transactions).run());
    }

    @Override
    public SendOutcome send(Bytes rawTransaction) {
        return sender.send(rawTransaction);
    }
}
