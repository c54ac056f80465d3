package io.ballast.agent;

import static io.ballast.agent.BadInputCase.accepted;
import static io.ballast.agent.BadInputCase.refused;
import static io.ballast.agent.BadInputCase.refusedBytes;
import static io.ballast.agent.BadInputCase.refusedText;
import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.NETWORK;
import static io.ballast.agent.ConfigSandbox.STRATEGY;
import static io.ballast.agent.ConfigSandbox.original;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that a configuration file can do wrong, one case each. */
final class BadInputCases {
    private static final String WETH = "\"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2\"";
    private static final String USDC = "\"0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48\"";
    private static final String SLIPPAGE = "max_slippage: 30bps";
    private static final String TRADE = "max_notional_per_trade: 5000 USD";

    private BadInputCases() {}

    static List<BadInputCase> all() {
        return Stream.of(
                        form(),
                        keys(),
                        addresses(),
                        numbers(),
                        rules(),
                        LimitInputCases.all(),
                        PoolInputCases.all(),
                        FlowInputCases.all(),
                        NodeInputCases.all(),
                        SignerInputCases.all(),
                        ScenarioInputCases.all(),
                        bombs(),
                        files())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BadInputCase> form() {
        byte[] latin = original(STRATEGY).replace("core", "c\u00f6re").getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = ("\uFEFF" + original(STRATEGY)).getBytes(StandardCharsets.UTF_8);
        return List.of(
                refusedText("empty file", "nothing can be meant", STRATEGY, ""),
                refusedText("only comments", "nothing can be meant", STRATEGY, "# later\n"),
                refused("tabs", "YAML forbids them as indentation", STRATEGY, "  max_slippage", "\tmax_slippage"),
                refusedBytes("not UTF-8", "the text would be guessed", STRATEGY, latin),
                new BadInputCase(
                        "UTF-8 byte-order mark",
                        false,
                        "some editors write it, and it means nothing",
                        s -> s.write(STRATEGY, marked)),
                refusedBytes(
                        "UTF-16",
                        "the text would be guessed",
                        STRATEGY,
                        original(STRATEGY).getBytes(StandardCharsets.UTF_16)),
                refusedText(
                        "two documents", "only one would count", STRATEGY, original(STRATEGY) + "---\nname: other\n"),
                refused("control character", "it can steer a terminal", STRATEGY, "name: core", "name: \u001bcore"),
                refusedText("broken syntax", "nothing can be meant", STRATEGY, "schema: 1\nuniverse: {WETH: [}\n"),
                refused("colon in plain text", "two readings", STRATEGY, "name: core", "name: core: four"),
                refusedText("list instead of a mapping", "no keys", STRATEGY, "- schema: 1\n"),
                refused("global tag", "a tag can name a class", STRATEGY, "name: core", "name: !!java.io.File core"),
                refused("merge key", "not part of YAML 1.2", STRATEGY, "scorer:\n", "scorer:\n  <<: {type: band}\n"));
    }

    private static List<BadInputCase> keys() {
        return List.of(
                refused(
                        "duplicate key",
                        "only one would count",
                        STRATEGY,
                        SLIPPAGE,
                        SLIPPAGE + "\n  max_slippage: 90bps"),
                refused(
                        "unknown key",
                        "a typing mistake would be a silent default",
                        STRATEGY,
                        "max_slippage",
                        "max_slipage"),
                refused("missing required key", "it has no careful default", STRATEGY, "timeframe: 1h\n", ""),
                refused("null value", "a key without a value says nothing", STRATEGY, "timeframe: 1h", "timeframe:"),
                refused(
                        "null written out",
                        "a key without a value says nothing",
                        STRATEGY,
                        "timeframe: 1h",
                        "timeframe: ~"),
                refused("list where a mapping is due", "wrong shape", STRATEGY, "  type: band", "  - band"),
                refused(
                        "mapping where a value is due",
                        "wrong shape",
                        STRATEGY,
                        "timeframe: 1h",
                        "timeframe: {hours: 1}"),
                refused("value where a list is due", "wrong shape", AGENT, "strategies: [core]", "strategies: core"),
                refused("unknown word", "the nearest one is suggested", STRATEGY, "type: band", "type: bnad"));
    }

    private static List<BadInputCase> addresses() {
        return List.of(
                accepted(
                        "unquoted address",
                        "every value is read as text, so it stays an address",
                        NETWORK,
                        USDC,
                        USDC.replace("\"", "")),
                accepted(
                        "address in lower case",
                        "it carries no checksum, the node and the symbol still must fit",
                        NETWORK,
                        USDC,
                        USDC.toLowerCase(java.util.Locale.ROOT)),
                refused("wrong EIP-55 checksum", "a digit was mistyped", NETWORK, USDC, USDC.replace("A0b8", "a0b8")),
                refused("39 digits", "a digit was lost", NETWORK, USDC, USDC.replace("B48\"", "B4\"")),
                refused("41 digits", "a digit too many", NETWORK, USDC, USDC.replace("B48\"", "B488\"")),
                refused(
                        "zero address",
                        "nobody is there",
                        NETWORK,
                        USDC,
                        "\"0x0000000000000000000000000000000000000000\""),
                refused("address without 0x", "two readings", NETWORK, USDC, USDC.replace("0x", "")),
                refused("equal token twice", "one address, two symbols", NETWORK, USDC, WETH),
                refused(
                        "token = pool",
                        "a contract has one part to play",
                        NETWORK,
                        "address: \"0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640\"",
                        "address: " + USDC),
                refused(
                        "feed = token",
                        "a contract has one part to play",
                        NETWORK,
                        "\"0x8fFfFfd4AfB6115b954Bd326cbe7B4BA576818f6\"",
                        WETH),
                refused(
                        "account = token",
                        "money sent there is lost",
                        AGENT,
                        "\"0x627306090abaB3A6e1400e9345bC60c78a8BEf57\"",
                        WETH),
                refused(
                        "symbol that the network does not pin",
                        "a symbol alone is no token",
                        STRATEGY,
                        "  WETH:",
                        "  WBTC:"),
                refused("the native coin as a token", "it is kept for gas", STRATEGY, "  WETH:", "  ETH:"));
    }

    private static List<BadInputCase> numbers() {
        return List.of(
                refused("010", "8 or 10?", NETWORK, "decimals: 6", "decimals: 010"),
                refused("1_000", "1 or 1000?", AGENT, "50000 USD", "50_000 USD"),
                refused("1,000", "1 or 1000?", AGENT, "50000 USD", "50,000 USD"),
                refused("12:30:00", "45000 or half past twelve?", STRATEGY, "timeframe: 1h", "timeframe: 12:30:00"),
                refused("NO", "a word or false?", NETWORK, "replaceable: true", "replaceable: NO"),
                refused(".nan", "no amount", AGENT, TRADE, "max_notional_per_trade: .nan"),
                refused(".inf", "no amount", AGENT, TRADE, "max_notional_per_trade: .inf"),
                refused("exponent", "easily misread", AGENT, "50000 USD", "5e4 USD"),
                refused("percent below zero", "no share", STRATEGY, SLIPPAGE, "max_slippage: -30bps"),
                refused("percent above 100 %", "no share", STRATEGY, "target: 60%", "target: 160%"),
                refused("percent without a unit", "50 % or 0.5 %?", STRATEGY, SLIPPAGE, "max_slippage: 50"),
                refused("percent as a fraction", "0.3 % or 30 %?", STRATEGY, SLIPPAGE, "max_slippage: 0.3"),
                refused("finer than a basis point", "it would be rounded", STRATEGY, SLIPPAGE, "max_slippage: 0.5bps"),
                refused("dollars without a unit", "of what?", AGENT, "50000 USD", "50000"),
                refused("dollars in another unit", "no conversion", AGENT, "50000 USD", "50000 EUR"),
                refused("coins of another chain", "not this chain's", AGENT, "0.02 ETH", "0.02 POL"),
                refused("time span without a unit", "seconds or minutes?", STRATEGY, "deadline: 60s", "deadline: 60"),
                refused(
                        "number beyond 2^256",
                        "no chain can hold it",
                        AGENT,
                        "0.02 ETH",
                        "1" + "0".repeat(78) + " ETH"));
    }

    private static List<BadInputCase> rules() {
        return List.of(
                refused("weights sum to 99.99 %", "something was forgotten", STRATEGY, "target: 60%", "target: 59.99%"),
                refused("weights sum to 101 %", "more than everything", STRATEGY, "target: 60%", "target: 61%"),
                refused(
                        "weight with six decimals",
                        "it would be rounded",
                        STRATEGY,
                        "target: 60%",
                        "target: 59.999999%"),
                refused("min > target", "never reachable", STRATEGY, "min: 10%, max: 80%", "min: 70%, max: 80%"),
                refused("max < target", "never reachable", STRATEGY, "min: 10%, max: 80%", "min: 10%, max: 50%"),
                refused("cash not in the universe", "nowhere to rest", STRATEGY, "cash: USDC", "cash: USDT"),
                accepted(
                        "limit 0",
                        "it means that none is allowed, never that there is no limit",
                        AGENT,
                        TRADE,
                        "max_notional_per_trade: 0 USD"),
                refused("slippage 100 %", "the whole trade given away", STRATEGY, SLIPPAGE, "max_slippage: 100%"),
                refused(
                        "sandwich loss without a unit",
                        "3 bps or 3 %?",
                        STRATEGY,
                        SLIPPAGE,
                        SLIPPAGE + "\n  max_sandwich_loss: 3"),
                refused(
                        "sandwich loss 50 %",
                        "half of the trade given away", STRATEGY, SLIPPAGE, SLIPPAGE + "\n  max_sandwich_loss: 50%"),
                accepted(
                        "sandwich loss 0",
                        "no swap that it pays to attack, never that there is no limit",
                        STRATEGY,
                        SLIPPAGE,
                        SLIPPAGE + "\n  max_sandwich_loss: 0bps"),
                refused("interval 0", "never or always?", STRATEGY, "timeframe: 1h", "timeframe: 0s"),
                refused("interval 10^9", "a slip of the pen", STRATEGY, "timeframe: 1h", "timeframe: 1000000000s"),
                refused(
                        "interval shorter than a block",
                        "nothing new to see",
                        STRATEGY,
                        "timeframe: 1h",
                        "timeframe: 1s"),
                refused(
                        "limit looser than the agent's",
                        "a strategy may only tighten",
                        STRATEGY,
                        "scorer:\n",
                        "limits: {max_notional_per_trade: 6000 USD}\nscorer:\n"),
                refused(
                        "model without a hash",
                        "any file would do",
                        STRATEGY,
                        "type: band",
                        "type: model\n  model: demo-v1"),
                refused("two strategies", "this version runs one for an account", AGENT, "[core]", "[core, core]"),
                new BadInputCase(
                        "live without a keystore", true, "nothing to sign with", BadInputCases::liveWithoutKey),
                refused(
                        "withdrawal to the trading account",
                        "no withdrawal",
                        AGENT,
                        "account:",
                        "account:\n  withdraw_to: \"0x627306090abaB3A6e1400e9345bC60c78a8BEf57\""),
                new BadInputCase(
                        "chain id of the node differs",
                        true,
                        "the wrong network would be traded",
                        s -> s.load().confirmChain(10)));
    }

    private static List<BadInputCase> bombs() {
        String aliases =
                IntStream.rangeClosed(1, 51).mapToObj(i -> "*a").collect(java.util.stream.Collectors.joining(", "));
        String nine = "[*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s,*%1$s]";
        String laughs = "a: &a [1,1,1,1,1,1,1,1,1]\nb: &b " + nine.formatted("a") + "\nc: &c " + nine.formatted("b")
                + "\nd: &d " + nine.formatted("c") + "\ne: &e " + nine.formatted("d") + "\n";
        return List.of(
                refusedText("51 aliases", "an alias bomb", STRATEGY, "a: &a x\nb: [" + aliases + "]\n"),
                refusedText("aliases of aliases", "an alias bomb", STRATEGY, laughs),
                refusedText("alias to itself", "endless", STRATEGY, "a: &a [*a]\n"),
                refusedText("51 levels", "a depth bomb", STRATEGY, "a: " + "[".repeat(51) + "]".repeat(51) + "\n"),
                refusedText("100,000 levels", "a depth bomb", STRATEGY, "a: " + "[".repeat(100_000)),
                refusedText("more than 1 MiB", "no configuration is that large", STRATEGY, "# " + "x".repeat(1 << 20)),
                refused("environment placeholder unset", "it would be an empty text", AGENT, "${RPC_A}", "${RPC_B}"),
                refused(
                        "environment placeholder recursive",
                        "what comes from the environment is not looked at again",
                        AGENT,
                        "${RPC_A}",
                        "${LOOP}"),
                refused("environment placeholder malformed", "a typing mistake", AGENT, "${RPC_A}", "${RPC_A:-x}"),
                refused(
                        "key in an address in clear",
                        "it ends up in logs and in git",
                        AGENT,
                        "${RPC_A}",
                        "https://rpc.example/v2/0123456789abcdef0123456789abcdef"),
                refused(
                        "unencrypted node on the internet",
                        "answers could be changed on the way",
                        AGENT,
                        "${RPC_A}",
                        "http://rpc.example/"),
                refused(
                        "less undo than a reorganisation may need",
                        "every deep one would cost a full read",
                        AGENT,
                        "max_head_lag: 30s",
                        "undo: 12 blocks"),
                refused("a call without gas", "nothing could be read", AGENT, "max_head_lag: 30s", "call_gas: 50000"),
                refused(
                        "no budget of calls",
                        "nothing could be asked",
                        AGENT,
                        "max_head_lag: 30s",
                        "max_calls_per_day: 0"));
    }

    private static List<BadInputCase> files() {
        return List.of(
                refused(
                        "path outside the configuration",
                        "a name is not a path",
                        AGENT,
                        "[core]",
                        "[../../etc/passwd]"),
                refused("no such file", "the nearest name is suggested", AGENT, "[core]", "[cor]"),
                new BadInputCase(
                        "link that leads out", true, "somebody else may own the target", BadInputCases::linkOut),
                new BadInputCase(
                        "configuration that anybody may write",
                        true,
                        "anybody could trade",
                        s -> chmod(s.path(AGENT), "rw-rw-rw-")),
                new BadInputCase("keystore with mode 0644", true, "anybody could read it", BadInputCases::openKeystore),
                new BadInputCase(
                        "world-writable passphrase file",
                        true,
                        "anybody could change it",
                        BadInputCases::openPassphrase));
    }

    private static void liveWithoutKey(ConfigSandbox sandbox) {
        sandbox.edit(AGENT, "mode: paper\nstrategies: [core]\naccount:", """
                mode: live
                strategies: [core]
                account:
                  passphrase_file: pass
                  withdraw_to: "0xf17f52151EbEF6C7334FAD080c5704D77216b732\"""");
        sandbox.write("config/pass", new byte[] {'x'});
        chmod(sandbox.path("config/pass"), "rw-------");
    }

    private static void linkOut(ConfigSandbox sandbox) {
        Path outside = sandbox.path("elsewhere.yaml");
        sandbox.write("elsewhere.yaml", original(STRATEGY).getBytes(StandardCharsets.UTF_8));
        try {
            Files.delete(sandbox.path(STRATEGY));
            Files.createSymbolicLink(sandbox.path(STRATEGY), outside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void openKeystore(ConfigSandbox sandbox) {
        sandbox.edit(AGENT, "account:", "account:\n  keystore: key.json");
        sandbox.write("config/key.json", new byte[] {'{', '}'});
        chmod(sandbox.path("config/key.json"), "rw-r--r--");
    }

    private static void openPassphrase(ConfigSandbox sandbox) {
        sandbox.edit(AGENT, "account:", "account:\n  passphrase_file: pass");
        sandbox.write("config/pass", new byte[] {'x'});
        chmod(sandbox.path("config/pass"), "rw-----w-");
    }

    private static void chmod(Path file, String mode) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
