// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Hooks of a Uniswap V4 pool with a dynamic fee, for tests on a local chain: the fee of a swap depends on its amount, which no
/// state of the pool tells, and large swaps are refused. Only its function before a swap is called, by its address.
contract SwapHook {
    struct PoolKey {
        address currency0;
        address currency1;
        uint24 fee;
        int24 tickSpacing;
        address hooks;
    }

    struct SwapParams {
        bool zeroForOne;
        int256 amount;
        uint160 limit;
    }

    error Closed();

    uint24 private constant OVERRIDE = 0x400000;
    uint256 private constant MOST = 1e18;

    function beforeSwap(address, PoolKey calldata, SwapParams calldata params, bytes calldata hookData)
        external
        pure
        returns (bytes4, int256, uint24)
    {
        uint256 amount = params.amount < 0 ? uint256(-params.amount) : uint256(params.amount);
        if (amount > MOST || hookData.length > 0) {
            revert Closed();
        }
        return (SwapHook.beforeSwap.selector, 0, OVERRIDE | uint24(500 + amount % 20_000));
    }
}
