package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.ContractAddress;
import java.util.ArrayList;
import java.util.List;

/** Transactions in the order they will be mined; a contract's address is known when its creation is written down. */
final class Script {
    private static final long CREATION_GAS = 8_000_000;

    private final List<DevTransaction> transactions = new ArrayList<>();
    private long deployerNonce;

    /** Creates a contract from the deployer's account. */
    Address create(Bytes creation) {
        transactions.add(DevTransaction.creation(DevAccounts.DEPLOYER, creation, CREATION_GAS));
        return ContractAddress.create(DevAccounts.DEPLOYER, deployerNonce++);
    }

    void call(Address to, AbiEncoder call, long gas) {
        callFrom(DevAccounts.DEPLOYER, to, call, gas);
    }

    void callFrom(Address from, Address to, AbiEncoder call, long gas) {
        add(DevTransaction.call(from, to, call.toBytes(), gas));
    }

    List<DevTransaction> transactions() {
        return List.copyOf(transactions);
    }

    void add(DevTransaction transaction) {
        transactions.add(transaction);
        if (transaction.from().equals(DevAccounts.DEPLOYER)) {
            deployerNonce++;
        }
    }
}
