package io.ballast.agent;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.units.Address;
import java.nio.file.Path;
import java.util.Optional;

/** Who trades. */
public record AccountFile(
        @Key(value = "The account; the keystore must hold its key.", required = true)
        Address address,

        @Key("Signer in a process of its own, or a Web3Signer; instead of keystore and passphrase_file.")
        Optional<SignerPlace> signer,

        @Key("Encrypted keystore (Web3 Secret Storage); required where transactions are signed and no signer is named.")
        Optional<Path> keystore,

        @Key("File that holds the keystore's passphrase; required with keystore.")
        Optional<Path> passphraseFile,

        @Key("The only account that withdrawals go to; required where transactions are signed.")
        Optional<Address> withdrawTo)
        implements Checked {
    /** Nobody's account: whose it is makes no difference where there is no chain. */
    static AccountFile offChain() {
        Address nobody = new Address("0x" + "ba11".repeat(10));
        return new AccountFile(nobody, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public void check(Check check) {
        if (withdrawTo.filter(address::equals).isPresent()) {
            check.problem("withdraw_to", "is the trading account itself, expected another account of yours");
        }
        if (signer.isPresent() && (keystore.isPresent() || passphraseFile.isPresent())) {
            check.problem("signer", "is given beside a keystore, expected one of them: the key lies in one place only");
        }
        if (keystore.isPresent() && keystore.equals(passphraseFile)) {
            check.problem("passphrase_file", "is the keystore itself");
        }
    }
}
