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
import io.ballast.sense.chain.NonceUse;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import java.util.List;
import java.util.Optional;

/**
 * A chain behind one or more JSON-RPC endpoints. Reads move to the next endpoint, and try again with growing pauses, only
 * while endpoints are UNAVAILABLE; a transaction is sent to one endpoint, once. Every endpoint must prove its chain id
 * before it is used. With a quorum, the head, reads at a block, events, receipts and nonces must be the same from that many
 * endpoints, else they are a DISAGREEMENT. Messages name endpoints by index and host. Thread-safe.
 */
public final class Web3jChain implements ChainReader, ChainSubmitter {
    private final EndpointPool pool;
    private final TransactionSender sender;

    /**
     * @param urls http or https endpoints in order of preference
     * @param expectedChainId an endpoint that serves another chain is never used
     */
    public Web3jChain(
            List<String> urls, long expectedChainId, RpcLimits limits, FailoverPolicy policy, EndpointRules rules) {
        pool = new EndpointPool(urls, expectedChainId, limits, policy, rules);
        sender = new TransactionSender(pool);
    }

    /** With {@link EndpointRules#ANY}. */
    public Web3jChain(List<String> urls, long expectedChainId, RpcLimits limits, FailoverPolicy policy) {
        this(urls, expectedChainId, limits, policy, EndpointRules.ANY);
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
        return pool.head();
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
        return pool.agreed(
                "calls at " + at.brief(),
                rpc -> rpc.ask(requests).stream()
                        .map(answer -> PinnedCalls.result(rpc, answer))
                        .toList(),
                results -> results.stream().map(PinnedCalls::essence).toList());
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        return pool.agreed(
                "events of " + query.fromBlock() + " to " + query.toBlock(),
                rpc -> new LogRange(rpc, query).fetch(),
                logs -> logs);
    }

    @Override
    public List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0) {
        LogQuery query = new LogQuery(block.number(), block.number(), addresses, topic0);
        return pool.agreed(
                "events of block " + block.number(), rpc -> BlockLogs.fetch(rpc, block.hash(), query), logs -> logs);
    }

    @Override
    public Optional<Receipt> receipt(Hash32 tx) {
        return pool.agreed("the receipt of " + tx.brief(), rpc -> Receipts.find(rpc, tx), receipt -> receipt);
    }

    @Override
    public boolean knows(Hash32 tx) {
        return pool.read(rpc -> Receipts.knows(rpc, tx));
    }

    @Override
    public Wei balance(Hash32 at, Address account) {
        RpcCall call = RpcCall.of("eth_getBalance", account.hex(), PinnedCalls.block(at));
        return pool.agreed(
                "the balance of " + account,
                rpc -> Results.text(rpc, call, text -> new Wei(Hex.quantity(text))),
                balance -> balance);
    }

    @Override
    public long minedNonce(Address account) {
        RpcCall call = RpcCall.of("eth_getTransactionCount", account.hex(), "latest");
        return pool.agreed(
                "the nonce of " + account, rpc -> Results.text(rpc, call, Hex::quantityLong), nonce -> nonce);
    }

    @Override
    public long undisputedNonce(Address account) {
        RpcCall call = RpcCall.of("eth_getTransactionCount", account.hex(), "latest");
        return pool.undisputed("the nonce of " + account, rpc -> Results.text(rpc, call, Hex::quantityLong));
    }

    @Override
    public Optional<NonceUse> usedBy(Address account, long nonce) {
        return pool.agreed(
                "nonce " + nonce + " of " + account, rpc -> new NonceSearch(rpc, account, nonce).find(), use -> use);
    }

    @Override
    public Bytes code(Hash32 at, Address account) {
        RpcCall call = RpcCall.of("eth_getCode", account.hex(), PinnedCalls.block(at));
        return pool.agreed("the code of " + account, rpc -> Results.text(rpc, call, Bytes::parse), code -> code);
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
