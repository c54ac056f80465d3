// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

interface IMintable {
    function mint(address to, uint256 value) external;
}

interface IV3Pool {
    function token0() external view returns (address);
    function token1() external view returns (address);
    function slot0() external view returns (uint160, int24, uint16, uint16, uint16, uint8, bool);
    function liquidity() external view returns (uint128);
    function mint(address to, int24 low, int24 high, uint128 amount, bytes calldata data)
        external
        returns (uint256, uint256);
    function swap(address to, bool zeroForOne, int256 amount, uint160 limit, bytes calldata data)
        external
        returns (int256, int256);
}

interface IV4Manager {
    struct PoolKey {
        address currency0;
        address currency1;
        uint24 fee;
        int24 tickSpacing;
        address hooks;
    }

    struct ModifyLiquidityParams {
        int24 low;
        int24 high;
        int256 liquidity;
        bytes32 salt;
    }

    struct SwapParams {
        bool zeroForOne;
        int256 amount;
        uint160 limit;
    }

    function unlock(bytes calldata data) external returns (bytes memory);
    function modifyLiquidity(PoolKey calldata key, ModifyLiquidityParams calldata params, bytes calldata hookData)
        external
        returns (int256 delta, int256 fees);
    function swap(PoolKey calldata key, SwapParams calldata params, bytes calldata hookData)
        external
        returns (int256 delta);
    function sync(address currency) external;
    function settle() external payable returns (uint256);
    function take(address currency, address to, uint256 amount) external;
    function extsload(bytes32 slot) external view returns (bytes32);
}

/// Adds liquidity to pools of Uniswap V3 and V4 and swaps in them, for tests on a local chain: whatever it owes in tokens it
/// mints on the spot. A swap answers with what the pool says about itself right afterwards, so that one eth_call tells what
/// a transaction would have done.
contract Witness {
    uint160 private constant LOWEST = 4295128740;
    uint160 private constant HIGHEST = 1461446703485210103287273052203988822378723970341;
    uint256 private constant POOLS = 6;

    /// What a swap did: flows as the pool sees them (positive is what it gained), then its state.
    struct Seen {
        int256 amount0;
        int256 amount1;
        uint160 price;
        int24 tick;
        uint128 liquidity;
    }

    receive() external payable {}

    function addV3(IV3Pool pool, int24 low, int24 high, uint128 liquidity) external {
        pool.mint(address(this), low, high, liquidity, "");
    }

    /// A positive amount is exact input, a negative one exact output.
    function swapV3(IV3Pool pool, bool zeroForOne, int256 amount) external returns (Seen memory seen) {
        (seen.amount0, seen.amount1) = pool.swap(address(this), zeroForOne, amount, limit(zeroForOne), "");
        (seen.price, seen.tick,,,,,) = pool.slot0();
        seen.liquidity = pool.liquidity();
    }

    function uniswapV3MintCallback(uint256 owed0, uint256 owed1, bytes calldata) external {
        mint(IV3Pool(msg.sender).token0(), msg.sender, owed0);
        mint(IV3Pool(msg.sender).token1(), msg.sender, owed1);
    }

    function uniswapV3SwapCallback(int256 owed0, int256 owed1, bytes calldata) external {
        if (owed0 > 0) {
            mint(IV3Pool(msg.sender).token0(), msg.sender, uint256(owed0));
        }
        if (owed1 > 0) {
            mint(IV3Pool(msg.sender).token1(), msg.sender, uint256(owed1));
        }
    }

    function addV4(IV4Manager manager, IV4Manager.PoolKey calldata key, int24 low, int24 high, int256 liquidity)
        external
    {
        manager.unlock(abi.encode(true, key, low, high, liquidity));
    }

    /// A positive amount is exact input, a negative one exact output.
    function swapV4(IV4Manager manager, IV4Manager.PoolKey calldata key, bool zeroForOne, int256 amount)
        external
        returns (Seen memory seen)
    {
        int256 delta = abi.decode(
            manager.unlock(abi.encode(false, key, zeroForOne ? int24(1) : int24(0), int24(0), amount)), (int256)
        );
        seen.amount0 = -(delta >> 128);
        seen.amount1 = -int256(int128(delta));
        bytes32 state = keccak256(abi.encode(keccak256(abi.encode(key)), POOLS));
        uint256 slot0 = uint256(manager.extsload(state));
        seen.price = uint160(slot0);
        seen.tick = int24(uint24(slot0 >> 160));
        seen.liquidity = uint128(uint256(manager.extsload(bytes32(uint256(state) + 3))));
    }

    function unlockCallback(bytes calldata data) external returns (bytes memory) {
        IV4Manager manager = IV4Manager(msg.sender);
        (bool add, IV4Manager.PoolKey memory key, int24 low, int24 high, int256 amount) =
            abi.decode(data, (bool, IV4Manager.PoolKey, int24, int24, int256));
        int256 delta;
        if (add) {
            (delta,) = manager.modifyLiquidity(key, IV4Manager.ModifyLiquidityParams(low, high, amount, 0), "");
        } else {
            bool zeroForOne = low == 1;
            delta = manager.swap(key, IV4Manager.SwapParams(zeroForOne, -amount, limit(zeroForOne)), "");
        }
        clear(manager, key.currency0, delta >> 128);
        clear(manager, key.currency1, int256(int128(delta)));
        return abi.encode(delta);
    }

    function clear(IV4Manager manager, address currency, int256 delta) private {
        if (delta > 0) {
            manager.take(currency, address(this), uint256(delta));
        } else if (delta < 0 && currency == address(0)) {
            manager.settle{value: uint256(-delta)}();
        } else if (delta < 0) {
            manager.sync(currency);
            mint(currency, address(manager), uint256(-delta));
            manager.settle();
        }
    }

    function mint(address token, address to, uint256 amount) private {
        if (amount > 0) {
            IMintable(token).mint(to, amount);
        }
    }

    function limit(bool zeroForOne) private pure returns (uint160) {
        return zeroForOne ? LOWEST : HIGHEST;
    }
}
