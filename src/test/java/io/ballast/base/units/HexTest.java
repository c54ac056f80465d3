package io.ballast.base.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HexTest {
    @Test
    void onlyLowerCaseDigitsAreLowerCaseDigits() {
        for (char letter = 0; letter < Character.MAX_VALUE; letter++) {
            assertThat(Hex.isLowerCase("0xa" + letter + "9", 3))
                    .as("letter %d", (int) letter)
                    .isEqualTo("0123456789abcdef".indexOf(letter) >= 0);
        }
        assertThat(Hex.isLowerCase("0xa9", 3)).isFalse();
        assertThat(Hex.isLowerCase("0Xa09", 3)).isFalse();
    }
}
