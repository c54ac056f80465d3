package io.ballast.lab.faults;

import io.ballast.act.journal.Journal;
import io.ballast.act.wallet.Signer;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.think.model.ActionScorer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a case puts around the agent's ports beside the proxy.
 *
 * @param model instead of none
 */
record World(
        UnaryOperator<ChainReader> reader,
        UnaryOperator<ChainSubmitter> submitter,
        UnaryOperator<HeadFeed> heads,
        UnaryOperator<Journal> journal,
        UnaryOperator<Signer> signer,
        Optional<ActionScorer> model) {
    static World plain() {
        return new World(
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                Optional.empty());
    }

    World withReader(UnaryOperator<ChainReader> changed) {
        return new World(changed, submitter, heads, journal, signer, model);
    }

    World withSubmitter(UnaryOperator<ChainSubmitter> changed) {
        return new World(reader, changed, heads, journal, signer, model);
    }

    World withHeads(UnaryOperator<HeadFeed> changed) {
        return new World(reader, submitter, changed, journal, signer, model);
    }

    World withJournal(UnaryOperator<Journal> changed) {
        return new World(reader, submitter, heads, changed, signer, model);
    }

    World withSigner(UnaryOperator<Signer> changed) {
        return new World(reader, submitter, heads, journal, changed, model);
    }

    World withModel(ActionScorer scorer) {
        return new World(reader, submitter, heads, journal, signer, Optional.of(scorer));
    }
}
