// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

interface IToken {
    function transfer(address to, uint256 amount) external returns (bool);
}

interface IV3Pool {
    function token0() external view returns (address);
    function token1() external view returns (address);
    function initialize(uint160 sqrtPriceX96) external;
    function mint(address owner, int24 lower, int24 upper, uint128 amount, bytes calldata data) external;
    function burn(int24 lower, int24 upper, uint128 amount) external;
    function swap(address to, bool zeroForOne, int256 amount, uint160 limit, bytes calldata data) external;
}

interface IV3Factory {
    function createPool(address a, address b, uint24 fee) external returns (address);
}

interface IV2Factory {
    function createPair(address a, address b) external returns (address);
}

interface IV2Pair {
    function mint(address to) external;
    function swap(uint256 out0, uint256 out1, address to, bytes calldata data) external;
    function sync() external;
}

/// Acts on pools directly, with its own tokens, for tests.
contract PoolActor {
    uint160 private constant MIN = 4295128740;
    uint160 private constant MAX = 1461446703485210103287273052203988822378723970341;

    /// A V3 pool with one wide position and `steps` nested ones, each with two ticks of its own.
    function create(IV3Factory factory, address a, address b, uint24 fee, uint160 price, int24 spacing, int24 steps)
        external
    {
        IV3Pool pool = IV3Pool(factory.createPool(a, b, fee));
        pool.initialize(price);
        for (int24 i = 1; i <= steps; i++) {
            pool.mint(address(this), -i * spacing, (i + 1) * spacing, 1e18, abi.encode(pool));
        }
    }

    function createPair(IV2Factory factory, address a, address b, uint256 amountA, uint256 amountB) external {
        address pair = factory.createPair(a, b);
        IToken(a).transfer(pair, amountA);
        IToken(b).transfer(pair, amountB);
        IV2Pair(pair).mint(address(this));
    }

    function mint(IV3Pool pool, int24 lower, int24 upper, uint128 amount) external {
        pool.mint(address(this), lower, upper, amount, abi.encode(pool));
    }

    function burn(IV3Pool pool, int24 lower, int24 upper, uint128 amount) external {
        pool.burn(lower, upper, amount);
    }

    /// A negative amount is what comes out.
    function swap(IV3Pool pool, bool zeroForOne, int256 amount) external {
        pool.swap(address(this), zeroForOne, amount, zeroForOne ? MIN : MAX, abi.encode(pool));
    }

    /// Swaps through a pair for whatever it gives for the tokens sent to it.
    function swapPair(IV2Pair pair, address tokenIn, uint256 amountIn, uint256 out0, uint256 out1) external {
        IToken(tokenIn).transfer(address(pair), amountIn);
        pair.swap(out0, out1, address(this), "");
    }

    /// Gives tokens to a pair and lets it take notice.
    function donate(IV2Pair pair, address token, uint256 amount) external {
        IToken(token).transfer(address(pair), amount);
        pair.sync();
    }

    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata data) external {
        IV3Pool pool = abi.decode(data, (IV3Pool));
        if (amount0 > 0) IToken(pool.token0()).transfer(msg.sender, amount0);
        if (amount1 > 0) IToken(pool.token1()).transfer(msg.sender, amount1);
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata data) external {
        IV3Pool pool = abi.decode(data, (IV3Pool));
        if (amount0 > 0) IToken(pool.token0()).transfer(msg.sender, uint256(amount0));
        if (amount1 > 0) IToken(pool.token1()).transfer(msg.sender, uint256(amount1));
    }
}
