// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Tokens that misbehave, each in one way. Nothing but what a probe looks at.
contract PlainToken {
    mapping(address => uint256) public balanceOf;
    event Transfer(address indexed from, address indexed to, uint256 value);

    function mint(address to, uint256 value) external {
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function transfer(address to, uint256 value) external virtual returns (bool) {
        _move(msg.sender, to, value, value);
        return true;
    }

    function _move(address from, address to, uint256 taken, uint256 given) internal {
        balanceOf[from] -= taken;
        balanceOf[to] += given;
        emit Transfer(from, to, given);
    }
}

/// Keeps 2.5 % of what is sent.
contract FeeToken is PlainToken {
    function transfer(address to, uint256 value) external override returns (bool) {
        _move(msg.sender, to, value, value - value / 40);
        return true;
    }
}

/// Says no, moves nothing and does not revert.
contract FalseToken is PlainToken {
    function transfer(address, uint256) external pure override returns (bool) {
        return false;
    }
}

/// Can be bought and not sold: only the first address to hold it may send.
contract HoneypotToken is PlainToken {
    address public owner;

    function setOwner(address who) external {
        owner = who;
    }

    function transfer(address to, uint256 value) external override returns (bool) {
        require(msg.sender == owner, "not today");
        _move(msg.sender, to, value, value);
        return true;
    }
}

/// Burns all the gas it is given.
contract GreedyToken is PlainToken {
    function transfer(address, uint256) external pure override returns (bool) {
        while (true) {}
        return true;
    }
}

/// Returns nothing, as the oldest tokens do; that is no fault.
contract SilentToken {
    mapping(address => uint256) public balanceOf;
    event Transfer(address indexed from, address indexed to, uint256 value);

    function mint(address to, uint256 value) external {
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function transfer(address to, uint256 value) external {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
    }
}

/// Keeps shares; a change of the rate changes every balance without a transfer.
contract SharesToken {
    mapping(address => uint256) public sharesOf;
    uint256 private rate = 1e18;
    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address owner) public view returns (uint256) {
        return sharesOf[owner] * _rate() / 1e18;
    }

    function mint(address to, uint256 shares) external {
        sharesOf[to] += shares;
        emit Transfer(address(0), to, shares);
    }

    function rebase(uint256 newRate) external {
        rate = newRate;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        uint256 shares = value * 1e18 / _rate();
        sharesOf[msg.sender] -= shares;
        sharesOf[to] += shares;
        emit Transfer(msg.sender, to, value);
        return true;
    }

    /// Without a constructor: the tests put runtime code in place.
    function _rate() private view returns (uint256) {
        return rate == 0 ? 1e18 : rate;
    }
}

/// Multiplies every balance by a number, and shows nobody that it does.
contract ElasticToken {
    mapping(address => uint256) private parts;
    uint256 private factor;
    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address owner) public view returns (uint256) {
        return parts[owner] * (1 + factor);
    }

    function mint(address to, uint256 value) external {
        parts[to] += value / (1 + factor);
        emit Transfer(address(0), to, value);
    }

    function rebase(uint256 newFactor) external {
        factor = newFactor;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        // What does not divide stays where it is, as in every token of this kind.
        uint256 moved = value / (1 + factor);
        parts[msg.sender] -= moved;
        parts[to] += moved;
        emit Transfer(msg.sender, to, value);
        return true;
    }
}
