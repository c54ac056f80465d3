package io.ballast.agent.quartz;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** One run of the task; Quartz never runs two at a time. */
@DisallowConcurrentExecution
final class CycleJob implements Job {
    private final Runnable task;
    private @Nullable CompletableFuture<@Nullable Void> end;

    CycleJob(Runnable task) {
        this.task = task;
    }

    /** Completed when the next run ends. */
    synchronized CompletableFuture<@Nullable Void> nextEnd() {
        end = new CompletableFuture<>();
        return end;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        CompletableFuture<@Nullable Void> waiting = takeEnd();
        try {
            task.run();
            if (waiting != null) {
                waiting.complete(null);
            }
        } catch (RuntimeException e) {
            if (waiting == null) {
                throw new JobExecutionException(e);
            }
            waiting.completeExceptionally(e);
        }
    }

    private synchronized @Nullable CompletableFuture<@Nullable Void> takeEnd() {
        CompletableFuture<@Nullable Void> taken = end;
        end = null;
        return taken;
    }
}
