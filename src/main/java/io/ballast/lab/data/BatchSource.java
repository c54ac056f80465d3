package io.ballast.lab.data;

/**
 * Rows of history, read once from the oldest to the newest in bounded memory. For one thread.
 */
public interface BatchSource extends AutoCloseable {
    Schema schema();

    /** The file that the last rows came from, for messages. */
    String name();

    /**
     * Fills a batch of the same schema from its start.
     *
     * @return whether there was a row; after false there is none any more
     * @throws DataRefusedException for a row that cannot be accepted
     */
    boolean next(Batch batch);

    @Override
    void close();
}
