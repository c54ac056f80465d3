// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.28;

/// Stands in for the OP stack's predeploy of the same name: what it answers follows from two storage slots that a test sets.
contract OpGasPriceOracle {
    /// Slot 0: wei per byte; zero makes every answer zero.
    uint256 private feePerByte;
    /// Slot 1: 0 is a chain before Fjord, which knows no bound by size.
    uint256 private fjord;

    function getL1FeeUpperBound(uint256 unsignedTxSize) external view returns (uint256) {
        require(fjord != 0, "GasPriceOracle: getL1FeeUpperBound only supports Fjord");
        // 68 bytes for the signature.
        return (unsignedTxSize + 68) * feePerByte;
    }

    /// Counts as Bedrock did: 16 for a byte, 4 for a zero.
    function getL1Fee(bytes calldata data) external view returns (uint256) {
        uint256 total = 68 * 16;
        for (uint256 i = 0; i < data.length; i++) {
            total += data[i] == 0 ? 4 : 16;
        }
        return total * feePerByte / 16;
    }
}
