package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Signs with a key, but only what its own limits let pass, and for each nonce only one intent ever. What was signed is durable
 * before the signature is given away. Thread-safe: one transaction at a time.
 */
public final class PolicySigner implements Signer, AutoCloseable {
    private final Signer key;
    private final SigningLimits limits;
    private final SignerMemory memory;
    private final SignerLog log;
    private final InstantSource clock;

    private PolicySigner(Signer key, SigningLimits limits, SignerMemory memory, SignerLog log, InstantSource clock) {
        this.key = key;
        this.limits = limits;
        this.memory = memory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param state the memory's file
     * @param fresh makes an empty memory, for an account that never signed elsewhere; there must be none then
     * @throws SignerStateException if the memory is not what it should be
     */
    public static PolicySigner open(Signer key, SigningLimits limits, Path state, boolean fresh, InstantSource clock) {
        SignerMemory memory = new SignerMemory();
        SignerLog log = fresh
                ? SignerLog.create(state, limits.chainId(), limits.account(), clock.instant())
                : SignerLog.open(state, limits.chainId(), limits.account(), memory);
        return new PolicySigner(key, limits, memory, log, clock);
    }

    @Override
    public Address address() {
        return key.address();
    }

    public long chainId() {
        return limits.chainId();
    }

    /** How many nonces were signed for. */
    public synchronized int remembered() {
        return memory.size();
    }

    /** The limits in words, one line for each token. */
    public List<String> summary() {
        return limits.summary();
    }

    @Override
    public synchronized SignedTransaction sign(UnsignedTransaction transaction) {
        Instant now = clock.instant();
        Ask ask = Ask.of(transaction, limits.account());
        SigningPolicy.Sale sale = judged(transaction, ask, now);
        SignedTransaction signed = key.sign(transaction);
        Signature signature =
                new Signature(now, ask.nonce(), ask.intent(), signed.hash(), ask.cost(), sale.token(), sale.amount());
        log.signed(signature);
        memory.add(signature);
        return signed;
    }

    private SigningPolicy.Sale judged(UnsignedTransaction transaction, Ask ask, Instant now) {
        try {
            return new SigningPolicy(limits, memory).judge(transaction, ask, now);
        } catch (SigningException e) {
            log.refused(now, ask, e.getMessage());
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
