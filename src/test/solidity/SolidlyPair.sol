// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// A pair of Velodrome V2's kind, without liquidity tokens and transfers: reserves are set, quotes are asked. Written from the
/// published formulas as a judge of the Java arithmetic; it is its own factory.
contract SolidlyPair {
    struct State {
        address token0;
        address token1;
        uint256 unit0;
        uint256 unit1;
        uint256 reserve0;
        uint256 reserve1;
        uint256 fee;
        bool stable;
    }

    State private s;

    function set(State calldata state) external {
        s = state;
    }

    function metadata()
        external
        view
        returns (uint256, uint256, uint256, uint256, bool, address, address)
    {
        return (s.unit0, s.unit1, s.reserve0, s.reserve1, s.stable, s.token0, s.token1);
    }

    function factory() external view returns (address) {
        return address(this);
    }

    function isPaused() external pure returns (bool) {
        return false;
    }

    function getFee(address pair, bool stable) external view returns (uint256) {
        require(pair == address(this) && stable == s.stable, "another pair");
        return s.fee;
    }

    function getAmountOut(uint256 amountIn, address tokenIn) public view returns (uint256) {
        uint256 net = amountIn - amountIn * s.fee / 10000;
        bool forward = tokenIn == s.token0;
        return s.stable ? _stableOut(net, forward) : _volatileOut(net, forward);
    }

    /// One answer per amount; the greatest number where the pair reverts, and where its invariant would fall.
    function amountsOut(uint256[] calldata amounts, address tokenIn) external view returns (uint256[] memory outs) {
        outs = new uint256[](amounts.length);
        for (uint256 i = 0; i < amounts.length; i++) {
            try this.checked(amounts[i], tokenIn) returns (uint256 out) {
                outs[i] = out;
            } catch {
                outs[i] = type(uint256).max;
            }
        }
    }

    function checked(uint256 amountIn, address tokenIn) external view returns (uint256 out) {
        out = getAmountOut(amountIn, tokenIn);
        uint256 net = amountIn - amountIn * s.fee / 10000;
        require(out > 0, "nothing");
        uint256 after0 = tokenIn == s.token0 ? s.reserve0 + net : s.reserve0 - out;
        uint256 after1 = tokenIn == s.token0 ? s.reserve1 - out : s.reserve1 + net;
        require(after0 > 0 && after1 > 0, "empty");
        require(_k(after0, after1) >= _k(s.reserve0, s.reserve1), "K");
    }

    function _volatileOut(uint256 net, bool forward) private view returns (uint256) {
        (uint256 a, uint256 b) = forward ? (s.reserve0, s.reserve1) : (s.reserve1, s.reserve0);
        return net * b / (a + net);
    }

    function _stableOut(uint256 net, bool forward) private view returns (uint256) {
        uint256 target = _k(s.reserve0, s.reserve1);
        uint256 scaled0 = s.reserve0 * 1e18 / s.unit0;
        uint256 scaled1 = s.reserve1 * 1e18 / s.unit1;
        uint256 a = forward ? scaled0 : scaled1;
        uint256 b = forward ? scaled1 : scaled0;
        uint256 added = net * 1e18 / (forward ? s.unit0 : s.unit1);
        uint256 out = b - _solve(added + a, target, b);
        return out * (forward ? s.unit1 : s.unit0) / 1e18;
    }

    function _solve(uint256 x, uint256 target, uint256 y) private view returns (uint256) {
        for (uint256 i = 0; i < 255; i++) {
            uint256 k = _curve(x, y);
            if (k < target) {
                uint256 up = (target - k) * 1e18 / _slope(x, y);
                if (up == 0) {
                    // The published contract asks the function of raw amounts here, though x and y are scaled.
                    if (_k(x, y + 1) > target) return y + 1;
                    up = 1;
                }
                y += up;
            } else {
                uint256 down = (k - target) * 1e18 / _slope(x, y);
                if (down == 0) {
                    if (k == target || _curve(x, y - 1) < target) return y;
                    down = 1;
                }
                y -= down;
            }
        }
        revert("no convergence");
    }

    function _curve(uint256 x, uint256 y) private pure returns (uint256) {
        uint256 product = x * y / 1e18;
        uint256 squares = x * x / 1e18 + y * y / 1e18;
        return product * squares / 1e18;
    }

    function _slope(uint256 x, uint256 y) private pure returns (uint256) {
        return 3 * x * (y * y / 1e18) / 1e18 + x * x / 1e18 * x / 1e18;
    }

    function _k(uint256 x, uint256 y) private view returns (uint256) {
        return s.stable ? _curve(x * 1e18 / s.unit0, y * 1e18 / s.unit1) : x * y;
    }
}
