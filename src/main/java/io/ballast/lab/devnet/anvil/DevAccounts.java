package io.ballast.lab.devnet.anvil;

import io.ballast.base.units.Address;
import java.util.List;

/** Accounts of anvil's public mnemonic, which anvil signs for: never of use on any other chain. */
public final class DevAccounts {
    /** Deploys everything, provides the liquidity and hands out tokens. */
    public static final Address DEPLOYER = Address.parse("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    /** Writes the price feeds. */
    public static final Address ORACLE = Address.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    /** Commands the arbitrage contract. */
    public static final Address ARBITRAGEUR = Address.parse("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
    /** Trade for reasons of their own. */
    public static final List<Address> TRADERS = List.of(
            Address.parse("0x90F79bf6EB2c4f870365E785982E1f101E93b906"),
            Address.parse("0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"),
            Address.parse("0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc"));

    private DevAccounts() {}
}
