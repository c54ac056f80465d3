// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.28;

/// Stands in for Arbitrum's NodeInterface, which no contract can call. Slot 0: units of gas per byte.
contract NitroNodeInterface {
    uint256 private gasPerByte;

    function gasEstimateL1Component(address, bool, bytes calldata data)
        external
        payable
        returns (uint64 gasEstimateForL1, uint256 baseFee, uint256 l1BaseFeeEstimate)
    {
        require(msg.sender == tx.origin, "no contract can call the NodeInterface");
        return (uint64(data.length * gasPerByte), block.basefee, 20 gwei);
    }
}
