package io.ballast.sense.dex;

import io.ballast.base.config.Spelled;

/** Exchanges, each with the arithmetic its pools follow. */
public enum Venue {
    @Spelled("uniswap-v2")
    UNISWAP_V2(Protocol.CONSTANT_PRODUCT, "v2"),
    @Spelled("sushiswap-v2")
    SUSHISWAP_V2(Protocol.CONSTANT_PRODUCT, "sushi-v2"),
    @Spelled("pancakeswap-v2")
    PANCAKESWAP_V2(Protocol.CONSTANT_PRODUCT, "pancake-v2"),
    @Spelled("uniswap-v3")
    UNISWAP_V3(Protocol.CONCENTRATED, "v3"),
    @Spelled("sushiswap-v3")
    SUSHISWAP_V3(Protocol.CONCENTRATED, "sushi-v3"),
    @Spelled("pancakeswap-v3")
    PANCAKESWAP_V3(Protocol.CONCENTRATED, "pancake-v3"),
    @Spelled("slipstream")
    SLIPSTREAM(Protocol.CONCENTRATED, "slipstream"),
    @Spelled("uniswap-v4")
    UNISWAP_V4(Protocol.CONCENTRATED_SINGLETON, "v4"),
    @Spelled("balancer-v2")
    BALANCER_V2(Protocol.WEIGHTED, "balancer-v2"),
    @Spelled("curve")
    CURVE(Protocol.STABLE_SWAP, "curve"),
    @Spelled("aerodrome")
    AERODROME(Protocol.SOLIDLY, "aerodrome"),
    @Spelled("velodrome")
    VELODROME(Protocol.SOLIDLY, "velodrome");

    private final Protocol protocol;
    private final String label;

    Venue(Protocol protocol, String label) {
        this.protocol = protocol;
        this.label = label;
    }

    public Protocol protocol() {
        return protocol;
    }

    /**
     * Whether there is calldata for a router that reaches its pools; whether a network has that router is another matter. Pools
     * of the others are quoted, priced and shown, never routed.
     */
    public boolean tradable() {
        return protocol == Protocol.CONSTANT_PRODUCT || this == UNISWAP_V3 || this == UNISWAP_V4;
    }

    /** Whether its fee is a matter of the pool's state, so that a file cannot say it. */
    public boolean readsItsFee() {
        return switch (protocol) {
            case CONSTANT_PRODUCT, CONCENTRATED, CONCENTRATED_SINGLETON -> false;
            case WEIGHTED, STABLE_SWAP, SOLIDLY -> true;
        };
    }

    /** Short name for people, {@code v3}. */
    public String label() {
        return label;
    }
}
