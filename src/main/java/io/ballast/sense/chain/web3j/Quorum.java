package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether endpoints that were asked the same say the same. Immutable. */
final class Quorum {
    private static final Logger LOG = LoggerFactory.getLogger(Quorum.class);
    private final int size;

    Quorum(int size) {
        this.size = size;
    }

    /** One endpoint's answer. */
    record Vote<T>(Endpoint endpoint, T answer) {}

    int size() {
        return size;
    }

    /**
     * The first vote, if all have the same essence.
     *
     * @throws ChainException DISAGREEMENT
     */
    <T> T same(String what, List<Vote<T>> votes, Function<T, Object> essence) {
        Object first = essence.apply(votes.getFirst().answer());
        if (!votes.stream().allMatch(vote -> essence.apply(vote.answer()).equals(first))) {
            throw disagreement(what, votes);
        }
        return votes.getFirst().answer();
    }

    /** The lowest of the heads, if every endpoint with a higher one has it too. */
    BlockHeader head(List<Vote<BlockHeader>> votes) {
        BlockHeader lowest = votes.stream()
                .map(Vote::answer)
                .min(Comparator.comparingLong(head -> head.ref().number()))
                .orElseThrow();
        List<Vote<BlockHeader>> atHeight = votes.stream()
                .map(vote -> new Vote<>(vote.endpoint(), at(lowest.ref().number(), vote)))
                .toList();
        return same("block " + lowest.ref().number(), atHeight, header -> header);
    }

    private static BlockHeader at(long number, Vote<BlockHeader> vote) {
        if (vote.answer().ref().number() == number) {
            return vote.answer();
        }
        try {
            return vote.endpoint()
                    .use(rpc -> Headers.atNumbers(rpc, List.of(number)).getFirst());
        } catch (Endpoint.NotReadyException e) {
            throw e.reason();
        }
    }

    private static <T> ChainException disagreement(String what, List<Vote<T>> votes) {
        String endpoints =
                votes.stream().map(vote -> vote.endpoint().toString()).collect(Collectors.joining(", "));
        LOG.warn("{} disagree on {}", endpoints, what);
        return new ChainException(
                ChainException.Kind.DISAGREEMENT, "different answers to " + what + " from " + endpoints);
    }
}
