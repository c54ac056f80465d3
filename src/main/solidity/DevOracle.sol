// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

interface Feed {
    function update(int256 answer) external;
}

/// Owns the feeds of a local chain and writes all of them in one transaction.
contract DevOracle {
    struct Update {
        address feed;
        int256 answer;
    }

    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function update(Update[] calldata updates) external {
        require(msg.sender == owner, "DevOracle: not the owner");
        for (uint256 i = 0; i < updates.length; i++) {
            Feed(updates[i].feed).update(updates[i].answer);
        }
    }
}
