package io.ballast.lab.data.events;

/**
 * What a download will ask of a node, as far as can be known before.
 *
 * @param blocks that are not recorded yet
 * @param logQueries of {@code eth_getLogs}, each with a header beside it, if the node takes the first size of range
 */
public record DownloadPlan(long blocks, long logQueries) {

    /** For people, before the first call. */
    public String words() {
        return blocks == 0
                ? "everything is recorded already"
                : blocks + " blocks to record: about " + logQueries
                        + " eth_getLogs and as many headers, then a header for" + " each block with events (at most "
                        + blocks + ", 100 a request)";
    }
}
