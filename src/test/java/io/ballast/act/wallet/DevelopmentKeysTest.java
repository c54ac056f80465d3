package io.ballast.act.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.MnemonicUtils;

class DevelopmentKeysTest {
    @ParameterizedTest
    @CsvSource({
        "20, test test test test test test test test test test test junk",
        "10, myth like bonus scare over problem client lizard pioneer submit female collect",
        "10, candy maple cake sugar pudding cream honey rich smooth crumble sweet treat"
    })
    void knowsTheFirstAccountsOfThePublicMnemonics(int accounts, String mnemonic) {
        Bip32ECKeyPair root = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(mnemonic, ""));
        int hard = Bip32ECKeyPair.HARDENED_BIT;
        assertThat(IntStream.range(0, accounts)
                        .mapToObj(i -> Bip32ECKeyPair.deriveKeyPair(root, new int[] {44 | hard, 60 | hard, hard, 0, i}))
                        .map(pair -> new Address("0x" + Keys.getAddress(pair))))
                .allMatch(DevelopmentKeys.addresses()::contains);
    }

    @Test
    void refusesThemOnEveryChainThatIsNotForDevelopment() {
        assertThat(DevelopmentKeys.addresses()).hasSize(40);
        for (Address account : DevelopmentKeys.addresses()) {
            DevelopmentKeys.refuse(account, 31337);
            DevelopmentKeys.refuse(account, 1337);
            assertThatThrownBy(() -> DevelopmentKeys.refuse(account, 1))
                    .isInstanceOf(KeystoreException.class)
                    .hasMessageContaining("public development account");
        }
        DevelopmentKeys.refuse(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), 1);
    }
}
