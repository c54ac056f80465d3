package io.ballast.lab.sim;

import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** A signed transaction of the one account that is simulated; its bytes are a fixed layout instead of RLP. */
record SimTx(long nonce, Address to, BigInteger value, long gasLimit, Wei maxFee, Wei maxTip, Bytes data) {
    private static final int HEAD = 8 + 20 + 32 + 8 + 16 + 16;

    static SimTx of(UnsignedTransaction unsigned) {
        return new SimTx(
                unsigned.nonce(),
                unsigned.to(),
                unsigned.value().value(),
                unsigned.gasLimit(),
                unsigned.maxFee(),
                unsigned.maxTip(),
                unsigned.data());
    }

    static SimTx of(Bytes raw) {
        return new SimTx(
                number(raw, 0, 8).longValueExact(),
                Address.of(raw.slice(8, 20)),
                number(raw, 28, 32),
                number(raw, 60, 8).longValueExact(),
                new Wei(number(raw, 68, 16)),
                new Wei(number(raw, 84, 16)),
                Bytes.of(raw.slice(HEAD, raw.size() - HEAD)));
    }

    private static BigInteger number(Bytes raw, int at, int length) {
        return new BigInteger(1, raw.slice(at, length));
    }

    Bytes raw() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Wire.number(BigInteger.valueOf(nonce), 8));
        out.writeBytes(to.bytes());
        out.writeBytes(Wire.number(value, 32));
        out.writeBytes(Wire.number(BigInteger.valueOf(gasLimit), 8));
        out.writeBytes(Wire.number(maxFee.value(), 16));
        out.writeBytes(Wire.number(maxTip.value(), 16));
        out.writeBytes(data.toArray());
        return Bytes.of(out.toByteArray());
    }

    Hash32 hash() {
        return Hash32.of(Keccak256.digest(raw().toArray()));
    }

    /** Geth's pool takes a replacement only if both fees are a tenth higher. */
    boolean mayReplace(SimTx other) {
        return bumped(maxFee, other.maxFee) && bumped(maxTip, other.maxTip);
    }

    private static boolean bumped(Wei now, Wei before) {
        return now.value().multiply(BigInteger.TEN).compareTo(before.value().multiply(BigInteger.valueOf(11))) >= 0;
    }
}
