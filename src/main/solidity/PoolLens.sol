// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.28;

interface IConcentratedPool {
    function slot0() external view returns (uint160 sqrtPriceX96, int24 tick);
    function liquidity() external view returns (uint128);
    function tickBitmap(int16 word) external view returns (uint256);
    function ticks(int24 tick) external view returns (uint128 liquidityGross, int128 liquidityNet);
}

interface IPair {
    function getReserves() external view returns (uint112 reserve0, uint112 reserve1);
}

/// Reads the whole state of many pools in one call. It is never deployed: an eth_call puts its code at an unused address.
///
/// Input: 25 bytes a pool: address (20), tick spacing (int24; 0 means a constant-product pair), and how many words of the
/// tick bitmap to read on either side of the price's own (uint16; all there are if it is greater than there are).
/// Output, packed, big-endian: block timestamp (8), then for each pool in the order asked
///   concentrated: sqrtPriceX96 (20), tick (3), liquidity (16), number of ticks (3), then for each initialised tick in
///                 ascending order: tick (3), liquidityNet (16);
///   pair:         reserve0 (14), reserve1 (14).
/// Reverts with the address of the first pool that does not answer and the gas that was left then: next to none means
/// that it was the gas that ran out.
contract PoolLens {
    int24 private constant MAX_TICK = 887272;
    uint256 private constant RECORD = 25;

    fallback() external {
        uint256 start;
        // The output grows from the free memory pointer on; nothing else allocates, calls use the scratch space.
        assembly ("memory-safe") {
            start := mload(0x40)
        }
        uint256 end = put(start, block.timestamp, 8);
        for (uint256 at = 0; at < msg.data.length; at += RECORD) {
            address pool = address(bytes20(msg.data[at:at + 20]));
            int24 spacing = int24(uint24(bytes3(msg.data[at + 20:at + 23])));
            int24 radius = int24(uint24(uint16(bytes2(msg.data[at + 23:at + RECORD]))));
            end = spacing == 0 ? putPair(end, pool) : putConcentrated(end, pool, spacing, radius);
        }
        assembly {
            return(start, sub(end, start))
        }
    }

    function putPair(uint256 end, address pair) private view returns (uint256) {
        (uint256 reserve0, uint256 reserve1) = read(pair, IPair.getReserves.selector, 0, 2);
        return put(put(end, reserve0, 14), reserve1, 14);
    }

    function putConcentrated(uint256 end, address pool, int24 spacing, int24 radius) private view returns (uint256) {
        (uint256 price, uint256 tick) = read(pool, IConcentratedPool.slot0.selector, 0, 2);
        (uint256 inRange,) = read(pool, IConcentratedPool.liquidity.selector, 0, 1);
        end = put(put(put(end, price, 20), tick, 3), inRange, 16);
        uint256 ticksAt = end + 3;
        uint256 done = putTicks(ticksAt, pool, spacing, wordOf(int24(int256(tick)), spacing), radius);
        // The count lies before the ticks but is known after them; the bytes it would spill over are put back.
        uint256 first;
        assembly ("memory-safe") {
            first := mload(ticksAt)
        }
        put(end, (done - ticksAt) / 19, 3);
        assembly ("memory-safe") {
            mstore(ticksAt, first)
        }
        return done;
    }

    function putTicks(uint256 end, address pool, int24 spacing, int24 centre, int24 radius)
        private
        view
        returns (uint256)
    {
        int24 last = MAX_TICK / spacing;
        int24 low = centre - radius < -last >> 8 ? -last >> 8 : centre - radius;
        int24 high = centre + radius > last >> 8 ? last >> 8 : centre + radius;
        for (int24 word = low; word <= high; word++) {
            (uint256 bitmap,) = read(pool, IConcentratedPool.tickBitmap.selector, uint256(int256(word)), 1);
            while (bitmap != 0) {
                int24 tick = (word * 256 + int24(uint24(lowestBit(bitmap)))) * spacing;
                (, uint256 net) = read(pool, IConcentratedPool.ticks.selector, uint256(int256(tick)), 2);
                end = put(put(end, uint256(int256(tick)), 3), net, 16);
                bitmap &= bitmap - 1;
            }
        }
        return end;
    }

    /// Word of the bitmap in which the last usable tick at or below a tick has its bit.
    function wordOf(int24 tick, int24 spacing) private pure returns (int24) {
        int24 compressed = tick / spacing;
        return (tick < 0 && tick % spacing != 0 ? compressed - 1 : compressed) >> 8;
    }

    /// Appends the lowest `size` bytes of a value; memory behind them is overwritten.
    function put(uint256 end, uint256 value, uint256 size) private pure returns (uint256) {
        assembly ("memory-safe") {
            mstore(end, shl(sub(256, mul(8, size)), value))
        }
        return end + size;
    }

    /// The first one or two words that a view function of one argument returns.
    function read(address target, bytes4 selector, uint256 argument, uint256 words)
        private
        view
        returns (uint256 first, uint256 second)
    {
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, argument)
            let ok := staticcall(gas(), target, 0, 36, 0, mul(32, words))
            if or(iszero(ok), lt(returndatasize(), mul(32, words))) {
                mstore(0, target)
                mstore(32, gas())
                revert(0, 64)
            }
            first := mload(0)
            second := mload(32)
        }
    }

    /// Position of the lowest bit set; the word is not zero.
    function lowestBit(uint256 word) private pure returns (uint256 position) {
        for (uint256 half = 128; half > 0; half >>= 1) {
            if (word & ((1 << half) - 1) == 0) {
                word >>= half;
                position += half;
            }
        }
    }
}
