// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.28;

interface IToken {
    function balanceOf(address owner) external view returns (uint256);
}

/// Moves some of a token and tells what became of the balances. It is never deployed: an eth_call puts its code at a holder of
/// the token, which then sends, and at an unused address, which receives and sends back.
contract TokenProbe {
    /// Enough for any honest token, too little to burn a call's whole gas.
    uint256 private constant GAS = 1000000;
    uint256 private constant SENT = 0;
    uint256 private constant REVERTED = 1;
    uint256 private constant SAID_NO = 2;

    struct Move {
        uint256 asked;
        uint256 left;
        uint256 arrived;
        uint256 status;
    }

    /// A thousandth of what this holder has, there and back; nothing of all zeros if it has none.
    function probe(address token, address other) external returns (Move memory there, Move memory back) {
        uint256 held = IToken(token).balanceOf(address(this));
        if (held > 0) {
            there = move(token, other, held < 1000 ? held : held / 1000);
            if (there.arrived > 0) {
                back = TokenProbe(other).move(token, address(this), there.arrived);
            }
        }
    }

    function move(address token, address to, uint256 amount) public returns (Move memory m) {
        uint256 mine = IToken(token).balanceOf(address(this));
        uint256 theirs = IToken(token).balanceOf(to);
        m.asked = amount;
        m.status = transfer(token, to, amount);
        uint256 mineAfter = IToken(token).balanceOf(address(this));
        uint256 theirsAfter = IToken(token).balanceOf(to);
        m.left = mine > mineAfter ? mine - mineAfter : 0;
        m.arrived = theirsAfter > theirs ? theirsAfter - theirs : 0;
    }

    function transfer(address token, address to, uint256 amount) private returns (uint256) {
        // A token may return nothing, true, false, or something else; at most one word of it is looked at.
        (bool ok, bytes memory answer) = token.call{gas: GAS}(abi.encodeWithSelector(0xa9059cbb, to, amount));
        if (!ok) return REVERTED;
        if (answer.length == 0) return SENT;
        return answer.length >= 32 && abi.decode(answer, (uint256)) == 1 ? SENT : SAID_NO;
    }
}
