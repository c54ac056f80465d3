package io.ballast.lab.faults;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one case saw, in words without times, hashes or amounts, so that every run writes the same. */
final class CaseRecord {
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Scene> scenes = new ArrayList<>();
    private int checked;

    /** A fresh scene of an agent with one node. */
    Scene scene() {
        return scene(new SceneFiles());
    }

    Scene scene(SceneFiles files) {
        return scene(files, 1);
    }

    Scene scene(SceneFiles files, int nodes) {
        Scene scene = new Scene(this, files, nodes);
        scenes.add(scene);
        return scene;
    }

    void note(String words) {
        notes.add(words);
    }

    void checked() {
        checked++;
    }

    /** Whether the invariants were held against every scene of the case. */
    boolean complete() {
        return checked >= scenes.size();
    }

    void closeAll() {
        scenes.forEach(Scene::close);
    }

    String seen() {
        return String.join("; ", notes);
    }
}
