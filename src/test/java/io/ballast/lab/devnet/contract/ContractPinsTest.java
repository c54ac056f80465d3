package io.ballast.lab.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContractPinsTest {
    private static final String PACKAGE = "package @scope/some-name 1.0.0-beta.1 " + "a".repeat(128);
    private static final String FILE = "file A.json build/A.json " + "b".repeat(64);

    @Test
    void readsPackagesWithTheirFiles() {
        ContractPins pins = ContractPins.parse("# comment\n\n" + PACKAGE + "\n" + FILE + "\n" + FILE + "\n");
        assertThat(pins.packages()).hasSize(1);
        assertThat(pins.files()).hasSize(2);
        assertThat(pins.packages().getFirst().coordinate()).isEqualTo("@scope/some-name@1.0.0-beta.1");
        assertThat(pins.packages().getFirst().tarball()).isEqualTo("scope-some-name-1.0.0-beta.1.tgz");
    }

    @Test
    void changesItsIdWithEveryPin() {
        assertThat(ContractPins.parse(PACKAGE).id())
                .isNotEqualTo(ContractPins.parse(PACKAGE.replace("aaa", "ccc")).id());
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> ContractPins.parse(PACKAGE + "\nfile A.json")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> ContractPins.parse(FILE)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> ContractPins.parse("package x 1.0 abc")).hasMessageContaining("sha512");
    }

    @Test
    void refusesACacheNameThatIsAPath() {
        assertThatThrownBy(() -> new PinnedFile("../A.json", "a", "b".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasTheBuiltInContracts() {
        assertThat(ContractPins.builtIn().files())
                .extracting(PinnedFile::name)
                .contains("WETH9.json", "UniswapV3Pool.json", "SwapRouter02.json", "QuoterV2.json", "Multicall3.js");
    }
}
