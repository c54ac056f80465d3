// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Tokens that begin to misbehave while they are traded: each stands where a token stood and passes on to the token's own
/// code, which was moved to REAL and keeps its storage; once SWITCH is set, all but what the quirk is about.
abstract contract Behind {
    address internal constant REAL = 0x00000000000000000000000000000000000f00D5;
    /// Storage slot that the tests write: an address, an amount or basis points.
    uint256 internal constant KNOB = 0x716b;

    uint256 internal constant SWITCH = 0x716c;

    modifier quirky() {
        uint256 on;
        assembly {
            on := sload(SWITCH)
        }
        if (on == 0) {
            _pass();
        }
        _;
    }

    fallback() external virtual {
        _pass();
    }

    function _pass() internal {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), REAL, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }

    function _real(bytes memory data) internal returns (bytes memory) {
        (bool ok, bytes memory answer) = REAL.delegatecall(data);
        if (!ok) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
        return answer;
    }

    function _knob() internal view returns (uint256 value) {
        assembly {
            value := sload(KNOB)
        }
    }

    function _move(address to, uint256 value) internal {
        _real(abi.encodeWithSignature("transfer(address,uint256)", to, value));
    }

    function _moveFrom(address from, address to, uint256 value) internal {
        _real(abi.encodeWithSignature("transferFrom(address,address,uint256)", from, to, value));
    }
}

/// Keeps three per cent of every transfer.
contract TaxedToken is Behind {
    function transfer(address to, uint256 value) external quirky returns (bool) {
        _move(address(0xdead), value * 3 / 100);
        _move(to, value - value * 3 / 100);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external quirky returns (bool) {
        _moveFrom(from, address(0xdead), value * 3 / 100);
        _moveFrom(from, to, value - value * 3 / 100);
        return true;
    }
}

/// Shows every balance with KNOB ten-thousandths of what it was.
contract RebasedToken is Behind {
    function balanceOf(address owner) external quirky returns (uint256) {
        bytes memory answer = _real(abi.encodeWithSignature("balanceOf(address)", owner));
        return abi.decode(answer, (uint256)) * _knob() / 10_000;
    }
}

/// Nobody moves anything.
contract PausedToken is Behind {
    function transfer(address, uint256) external quirky returns (bool) {
        revert("paused");
    }

    function transferFrom(address, address, uint256) external quirky returns (bool) {
        revert("paused");
    }
}

/// The account in KNOB moves nothing and is given nothing.
contract BlockingToken is Behind {
    function transfer(address to, uint256) external quirky {
        require(uint256(uint160(msg.sender)) != _knob() && uint256(uint160(to)) != _knob(), "blocked");
        _pass();
    }

    function transferFrom(address from, address to, uint256) external quirky {
        require(uint256(uint160(from)) != _knob() && uint256(uint160(to)) != _knob(), "blocked");
        _pass();
    }
}

/// The account in KNOB may buy and not sell.
contract TrapToken is Behind {
    function transferFrom(address from, address, uint256) external quirky {
        require(uint256(uint160(from)) != _knob(), "not today");
        _pass();
    }
}

/// Says no, moves nothing and does not revert.
contract RefusingToken is Behind {
    function transfer(address, uint256) external quirky returns (bool) {
        return false;
    }

    function transferFrom(address, address, uint256) external quirky returns (bool) {
        return false;
    }
}

/// Answers nothing, moves no zero, and wants an allowance to be zero before it is another: Tether's ways.
contract TetherlikeToken is Behind {
    function transfer(address to, uint256 value) external quirky {
        require(value != 0, "zero");
        _move(to, value);
    }

    function transferFrom(address from, address to, uint256 value) external quirky {
        require(value != 0, "zero");
        _moveFrom(from, to, value);
    }

    function approve(address spender, uint256 value) external quirky {
        bytes memory answer =
            _real(abi.encodeWithSignature("allowance(address,address)", msg.sender, spender));
        require(value == 0 || abi.decode(answer, (uint256)) == 0, "approve zero first");
        _real(abi.encodeWithSignature("approve(address,uint256)", spender, value));
    }
}

/// Calls back whoever moves it before it moves.
contract ReentrantToken is Behind {
    function transfer(address, uint256) external quirky {
        _call();
        _pass();
    }

    function transferFrom(address, address, uint256) external quirky {
        _call();
        _pass();
    }

    function _call() private {
        (bool ignored,) = msg.sender.call(
            abi.encodeWithSignature(
                "swap(address,bool,int256,uint160,bytes)", address(this), true, int256(1), uint160(4295128740), ""
            )
        );
        (ignored,) = msg.sender.call(abi.encodeWithSignature("swap(uint256,uint256,address,bytes)", 1, 0, address(this), ""));
    }
}

/// Burns all the gas that it is given.
contract BurningToken is Behind {
    function transfer(address, uint256) external quirky returns (bool) {
        while (true) {}
        return true;
    }

    function transferFrom(address, address, uint256) external quirky returns (bool) {
        while (true) {}
        return true;
    }
}

/// Has KNOB decimals, none at all if that is 255, and a symbol of a million letters with control characters.
contract ShiftingToken is Behind {
    function decimals() external quirky returns (uint8) {
        require(_knob() != 255, "no decimals");
        return uint8(_knob());
    }

    function symbol() external quirky returns (string memory) {
        bytes memory text = new bytes(1_000_000);
        text[0] = 0x1b;
        text[1] = "[";
        return string(text);
    }
}

/// Has a symbol as the oldest tokens have: 32 bytes and no length.
contract OldSymbolToken is Behind {
    function symbol() external quirky returns (bytes32) {
        return "OLD";
    }
}

/// Stands where a router stood: pays out what it holds of the token in KNOB and takes nothing, so that its allowance stays.
contract KeepingRouter {
    uint256 private constant KNOB = 0x716b;

    fallback() external {
        uint256 token;
        assembly {
            token := sload(KNOB)
        }
        address paid = address(uint160(token));
        (, bytes memory held) = paid.call(abi.encodeWithSignature("balanceOf(address)", address(this)));
        (bool paidOut,) =
            paid.call(abi.encodeWithSignature("transfer(address,uint256)", msg.sender, abi.decode(held, (uint256))));
        require(paidOut, "cannot pay");
    }
}
