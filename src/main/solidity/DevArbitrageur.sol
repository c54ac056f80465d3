// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

interface Erc20 {
    function transfer(address to, uint256 value) external returns (bool);
}

interface Pair {
    function getReserves() external view returns (uint112, uint112, uint32);
    function swap(uint256 out0, uint256 out1, address to, bytes calldata data) external;
}

interface Pool {
    function slot0() external view returns (uint160, int24, uint16, uint16, uint16, uint8, bool);
    function swap(address to, bool zeroForOne, int256 amount, uint160 limit, bytes calldata data)
        external
        returns (int256, int256);
}

/// Trades pools back to a fair price out of its own holdings, as far as that pays for the pool's fee.
/// It decides inside the transaction, so it is right whatever was mined before it.
contract DevArbitrageur {
    /// Pools of the fair price of token0 in token1 as a Uniswap square root (Q64.96). A V3 pool is moved only when it
    /// stands outside [low, high], to the nearer edge; of a V2 pair (30 basis points), low is the fair price itself.
    struct Target {
        address pool;
        address token0;
        address token1;
        bool pair;
        uint160 low;
        uint160 high;
    }

    address public immutable owner;
    address private paying;

    constructor(address owner_) {
        owner = owner_;
    }

    function align(Target[] calldata targets) external {
        require(msg.sender == owner, "DevArbitrageur: not the owner");
        for (uint256 i = 0; i < targets.length; i++) {
            if (targets[i].pair) {
                alignPair(targets[i]);
            } else {
                alignPool(targets[i]);
            }
        }
    }

    function alignPool(Target calldata target) private {
        (uint160 price,,,,,,) = Pool(target.pool).slot0();
        if (price >= target.low && price <= target.high) {
            return;
        }
        bool down = price > target.high;
        paying = target.pool;
        Pool(target.pool).swap(
            address(this),
            down,
            type(int256).max,
            down ? target.high : target.low,
            abi.encode(target.token0, target.token1)
        );
        paying = address(0);
    }

    function uniswapV3SwapCallback(int256 delta0, int256 delta1, bytes calldata data) external {
        require(msg.sender == paying, "DevArbitrageur: not the pool");
        (address token0, address token1) = abi.decode(data, (address, address));
        if (delta0 > 0) {
            Erc20(token0).transfer(msg.sender, uint256(delta0));
        } else {
            Erc20(token1).transfer(msg.sender, uint256(delta1));
        }
    }

    /// With reserves r and R = other side, product k, fee factor g = 997/1000 and fair price m of the side sold, the
    /// amount sold that leaves no profit is (sqrt(g k / m) - r) / g.
    function alignPair(Target calldata target) private {
        (uint256 r0, uint256 r1,) = Pair(target.pool).getReserves();
        uint256 root = sqrt(r0 * r1 / 1000 * 997);
        uint256 s0 = (root << 96) / target.low;
        uint256 s1 = (root * target.low) >> 96;
        if (s0 > r0) {
            sell(target.pool, target.token0, true, (s0 - r0) * 1000 / 997, r0, r1);
        } else if (s1 > r1) {
            sell(target.pool, target.token1, false, (s1 - r1) * 1000 / 997, r1, r0);
        }
    }

    function sell(address pair, address token, bool zero, uint256 amount, uint256 reserveIn, uint256 reserveOut) private {
        uint256 net = amount * 997;
        uint256 out = net * reserveOut / (reserveIn * 1000 + net);
        if (out == 0) {
            return;
        }
        Erc20(token).transfer(pair, amount);
        Pair(pair).swap(zero ? 0 : out, zero ? out : 0, address(this), "");
    }

    function sqrt(uint256 x) private pure returns (uint256 y) {
        y = x;
        uint256 z = (x >> 1) + 1;
        while (z < y) {
            y = z;
            z = (x / z + z) >> 1;
        }
    }
}
