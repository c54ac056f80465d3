package io.ballast.think.model;

import java.util.List;

/**
 * A model that passed every check of its store.
 *
 * @param sha256 of the card's file, lower-case hex
 * @param members in the card's order, at least one
 */
public record LoadedModel(ModelCard card, String sha256, List<Member> members) {

    public LoadedModel {
        members = List.copyOf(members);
    }
}
