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

        @Key("Encrypted keystore (Web3 Secret Storage); required where transactions are signed.")
        Optional<Path> keystore,

        @Key("File that holds the keystore's passphrase; required where transactions are signed.")
        Optional<Path> passphraseFile,

        @Key("The only account that withdrawals go to; required where transactions are signed.")
        Optional<Address> withdrawTo)
        implements Checked {
    @Override
    public void check(Check check) {
        if (withdrawTo.filter(address::equals).isPresent()) {
            check.problem("withdraw_to", "is the trading account itself, expected another account of yours");
        }
        if (keystore.isPresent() && keystore.equals(passphraseFile)) {
            check.problem("passphrase_file", "is the keystore itself");
        }
    }
}
