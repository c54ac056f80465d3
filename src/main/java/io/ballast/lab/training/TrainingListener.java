package io.ballast.lab.training;

/** Hears how far a training is. Called by the training's own thread. */
@FunctionalInterface
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = (stage, done, of) -> {};

    /**
     * @param stage what is being done, for people
     * @param done parts of it that are finished
     */
    void progress(String stage, int done, int of);
}
