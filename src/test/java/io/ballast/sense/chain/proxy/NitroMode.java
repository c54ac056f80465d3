package io.ballast.sense.chain.proxy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.anvil.AnvilRpc;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an anvil behind the proxy look like an Arbitrum chain: {@code block.number} in calls is L1's, ArbSys knows the chain's
 * own, NodeInterface and gas estimates charge for data as gas, receipts tell both.
 */
public final class NitroMode implements Fault {
    public static final Address ARB_SYS = new Address("0x" + "0".repeat(38) + "64");
    public static final Address NODE_INTERFACE = new Address("0x" + "0".repeat(38) + "c8");
    private final AnvilRpc anvil;
    private final AtomicLong l1Block = new AtomicLong(19_000_000);
    private final AtomicLong gasPerByte = new AtomicLong();

    public NitroMode(AnvilRpc anvil) {
        this.anvil = anvil;
        TestContract.place(anvil, ARB_SYS, "NitroArbSys");
        TestContract.place(anvil, NODE_INTERFACE, "NitroNodeInterface");
    }

    /** What a byte of data costs from now on, in units of gas. */
    public NitroMode dataGas(long perByte) {
        gasPerByte.set(perByte);
        TestContract.store(anvil, NODE_INTERFACE, 0, BigInteger.valueOf(perByte));
        return this;
    }

    /** L1's height from now on. */
    public NitroMode l1Block(long number) {
        l1Block.set(number);
        return this;
    }

    @Override
    public Reply answer(Ask ask, Behind behind) {
        Ask asked = ask.each(this::onL1);
        return behind.ask(asked).each(asked, this::withDataGas);
    }

    /** State override of ArbSys and block override of the number; other overrides stay. */
    private ObjectNode onL1(ObjectNode call) {
        if (!Ask.method(call).equals("eth_call") || !(call.path("params") instanceof ArrayNode params)) {
            return call;
        }
        ObjectNode state = params.path(2) instanceof ObjectNode given ? given : Ask.MAPPER.createObjectNode();
        state.putObject(ARB_SYS.hex())
                .putObject("stateDiff")
                .put(TestContract.word(BigInteger.ZERO), TestContract.word(height(params.path(1))));
        ArrayNode changed = Ask.MAPPER.createArrayNode();
        changed.add(params.get(0)).add(params.path(1)).add(state);
        changed.addObject().put("number", Hex.ofQuantity(l1Block.get()));
        call.set("params", changed);
        return call;
    }

    private BigInteger height(JsonNode pin) {
        String hash = pin.path("blockHash").asString("");
        JsonNode block = hash.isEmpty()
                ? anvil.call("eth_getBlockByNumber", pin, false)
                : anvil.call("eth_getBlockByHash", hash, false);
        return block.isNull()
                ? BigInteger.ZERO
                : Hex.quantity(block.path("number").stringValue());
    }

    private ObjectNode withDataGas(ObjectNode call, ObjectNode answer) {
        if (Ask.method(call).equals("eth_estimateGas") && answer.path("result").isString()) {
            long gas = Hex.quantityLong(answer.path("result").stringValue());
            int bytes = Ask.param(call, 0).path("input").asString("0x").length() / 2 - 1;
            answer.put("result", Hex.ofQuantity(gas + bytes * gasPerByte.get()));
        }
        if (Ask.method(call).equals("eth_getTransactionReceipt")
                && answer.path("result") instanceof ObjectNode receipt) {
            receipt.put("l1BlockNumber", Hex.ofQuantity(l1Block.get())).put("gasUsedForL1", "0x0");
        }
        return answer;
    }
}
