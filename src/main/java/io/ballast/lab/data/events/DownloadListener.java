package io.ballast.lab.data.events;

/** Hears how far a download is. */
@FunctionalInterface
public interface DownloadListener {
    /**
     * After each answer.
     *
     * @param done blocks, or snapshots
     * @param of all of them
     * @param found events, or states, so far
     */
    void progress(long done, long of, long found);
}
