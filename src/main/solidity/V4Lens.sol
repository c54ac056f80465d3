// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.28;

interface IStorage {
    function extsload(bytes32 slot) external view returns (bytes32);
}

/// Reads the whole state of many Uniswap V4 pools in one call, out of the storage of the PoolManager that holds them. It is
/// never deployed: an eth_call puts its code at an unused address.
///
/// Input: the manager's address (20 bytes), then 37 bytes a pool: id (32), tick spacing (int24), and how many words of the
/// tick bitmap to read on either side of the price's own (uint16; all there are if it is greater than there are).
/// Output, packed, big-endian: block timestamp (8), then for each pool in the order asked
///   sqrtPriceX96 (20), tick (3), liquidity (16), protocol's fee one for zero and zero for one (12 bits each), fee of the
///   liquidity providers (3), number of ticks (3), then for each initialised tick in ascending order: tick (3),
///   liquidityNet (16).
/// Reverts with the id of the first pool that has no price, or with the manager's address and the gas left (two words) if
/// that does not answer.
contract V4Lens {
    int24 private constant MAX_TICK = 887272;
    uint256 private constant RECORD = 37;
    /// Where the manager keeps its pools, and a pool its parts.
    uint256 private constant POOLS = 6;
    uint256 private constant LIQUIDITY = 3;
    uint256 private constant TICKS = 4;
    uint256 private constant BITMAP = 5;

    fallback() external {
        uint256 start;
        // The output grows from the free memory pointer on; nothing else allocates, calls and hashes use the scratch space.
        assembly ("memory-safe") {
            start := mload(0x40)
        }
        uint256 end = put(start, block.timestamp, 8);
        address manager = address(bytes20(msg.data[0:20]));
        for (uint256 at = 20; at < msg.data.length; at += RECORD) {
            bytes32 id = bytes32(msg.data[at:at + 32]);
            int24 spacing = int24(uint24(bytes3(msg.data[at + 32:at + 35])));
            end = putPool(end, manager, id, spacing, int24(uint24(uint16(bytes2(msg.data[at + 35:at + RECORD])))));
        }
        assembly {
            return(start, sub(end, start))
        }
    }

    function putPool(uint256 end, address manager, bytes32 id, int24 spacing, int24 radius)
        private
        view
        returns (uint256)
    {
        uint256 state = entry(uint256(id), POOLS);
        uint256 slot0 = load(manager, state);
        if (uint160(slot0) == 0) {
            assembly ("memory-safe") {
                mstore(0, id)
                revert(0, 32)
            }
        }
        end = put(put(end, slot0, 20), slot0 >> 160, 3);
        end = put(put(put(end, load(manager, state + LIQUIDITY), 16), slot0 >> 184, 3), slot0 >> 208, 3);
        int24 centre = wordOf(int24(uint24(slot0 >> 160)), spacing);
        uint256 done = putTicks(end + 3, manager, state, spacing, centre, radius);
        // The count lies before the ticks but is known after them; the bytes it would spill over are put back.
        uint256 first;
        assembly ("memory-safe") {
            first := mload(add(end, 3))
        }
        put(end, (done - end - 3) / 19, 3);
        assembly ("memory-safe") {
            mstore(add(end, 3), first)
        }
        return done;
    }

    function putTicks(uint256 end, address manager, uint256 state, int24 spacing, int24 centre, int24 radius)
        private
        view
        returns (uint256)
    {
        int24 last = MAX_TICK / spacing;
        int24 low = centre - radius < -last >> 8 ? -last >> 8 : centre - radius;
        int24 high = centre + radius > last >> 8 ? last >> 8 : centre + radius;
        for (int24 word = low; word <= high; word++) {
            end = putWord(end, manager, state, spacing, word);
        }
        return end;
    }

    function putWord(uint256 end, address manager, uint256 state, int24 spacing, int24 word)
        private
        view
        returns (uint256)
    {
        uint256 bitmap = load(manager, entry(uint256(int256(word)), state + BITMAP));
        while (bitmap != 0) {
            int24 tick = (word * 256 + int24(uint24(lowestBit(bitmap)))) * spacing;
            uint256 liquidity = load(manager, entry(uint256(int256(tick)), state + TICKS));
            end = put(put(end, uint256(int256(tick)), 3), liquidity >> 128, 16);
            bitmap &= bitmap - 1;
        }
        return end;
    }

    /// Word of the bitmap in which the last usable tick at or below a tick has its bit.
    function wordOf(int24 tick, int24 spacing) private pure returns (int24) {
        int24 compressed = tick / spacing;
        return (tick < 0 && tick % spacing != 0 ? compressed - 1 : compressed) >> 8;
    }

    /// Slot of a key's value in a mapping.
    function entry(uint256 key, uint256 mappingSlot) private pure returns (uint256 slot) {
        assembly ("memory-safe") {
            mstore(0, key)
            mstore(32, mappingSlot)
            slot := keccak256(0, 64)
        }
    }

    function load(address manager, uint256 slot) private view returns (uint256 value) {
        bytes4 selector = IStorage.extsload.selector;
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, slot)
            let ok := staticcall(gas(), manager, 0, 36, 0, 32)
            if or(iszero(ok), lt(returndatasize(), 32)) {
                mstore(0, manager)
                mstore(32, gas())
                revert(0, 64)
            }
            value := mload(0)
        }
    }

    /// Appends the lowest `size` bytes of a value; memory behind them is overwritten.
    function put(uint256 end, uint256 value, uint256 size) private pure returns (uint256) {
        assembly ("memory-safe") {
            mstore(end, shl(sub(256, mul(8, size)), value))
        }
        return end + size;
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
