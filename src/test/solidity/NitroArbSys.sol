// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.28;

/// Stands in for Arbitrum's precompile of the same name: the height is in storage slot 0, where the fault proxy puts that of
/// the block a call is pinned to.
contract NitroArbSys {
    uint256 private height;

    function arbBlockNumber() external view returns (uint256) {
        return height;
    }
}
