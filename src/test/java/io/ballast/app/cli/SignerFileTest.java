package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the signer's own file can say wrongly: one line with its place, exit code 2, nothing served. */
class SignerFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "chain_id: 1            | chain_id: 0              | signer.yaml:2:11: chain_id",
                "decimals: 6            | decimal: 6               | unknown key",
                "1000 USDC              | 1000                     | has no unit",
                "1000 USDC              | 1000 WETH                | is of WETH, expected USDC",
                "1000 USDC              | 2501 USDC                | is more than max_per_day",
                "1000 USDC              | 0.0000001 USDC           | is finer than the token's 6 decimals",
                "max_price: 100 gwei    | max_price: 100           | has no unit",
                "max_limit: 500000      | max_limit: 20000         | is less than 21000",
                "max_per_day: 0.2 ETH   | max_per_day: 0.01 ETH    | is more than max_per_day",
                "keystore: key.json     | keystore: none.json      | no file",
                "state: signer.log      | statef: signer.log       | state",
                "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45 | 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 | is the same address as swap_router02",
                "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45 | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed | is the same address as withdraw_to",
            })
    void isRefusedInOneLine(String from, String to, String complaint) {
        SignerSandbox files = new SignerSandbox(folder);
        String yaml = files.yaml(1);
        assertThat(yaml).contains(from);
        files.write("signer.yaml", yaml.replaceFirst(java.util.regex.Pattern.quote(from), to));

        CommandRun run = files.run();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.errLines()).anySatisfy(line -> assertThat(line).contains(complaint));
        assertThat(run.errLines()).allSatisfy(line -> assertThat(line).contains("signer.yaml:"));
        assertThat(folder.resolve("run")).doesNotExist();
        assertThat(folder.resolve("signer.log")).doesNotExist();
    }

    @Test
    void withdrawalsToTheAccountItselfAreNone() {
        SignerSandbox files = new SignerSandbox(folder);
        files.write(
                "signer.yaml",
                files.yaml(1).replace("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", files.account.checksummed()));
        assertThat(files.run().errLines()).anySatisfy(line -> assertThat(line).contains("is the account itself"));
    }

    @Test
    void hasASchemaForEditors() {
        CommandRun run = CommandRun.of("schema", "signer");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("max_per_transaction", "withdraw_to", "universal_router");
    }
}
