package io.ballast.agent.quartz;

import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Fires one task, never twice at a time, either at a fixed interval or on demand. State lives in the journal, so the schedule
 * is kept in memory: a trigger that is lost with the process is harmless. Thread-safe.
 */
public final class CycleScheduler implements AutoCloseable {
    private static final JobKey KEY = JobKey.jobKey("decision-cycle");
    private final Scheduler quartz;
    private final CycleJob job;

    /** @param name of the scheduler; unique in the process */
    public CycleScheduler(String name, Runnable task) {
        this.job = new CycleJob(task);
        this.quartz = scheduler(name);
        try {
            quartz.setJobFactory((bundle, scheduler) -> job);
            JobDetail detail = JobBuilder.newJob(CycleJob.class)
                    .withIdentity(KEY)
                    .storeDurably()
                    .build();
            quartz.addJob(detail, true);
            quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot start the scheduler", e);
        }
    }

    /** Fires first at {@code start} and then at every interval; what is missed is not caught up. */
    public void every(Duration interval, Date start) {
        try {
            quartz.scheduleJob(TriggerBuilder.newTrigger()
                    .forJob(KEY)
                    .startAt(start)
                    .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                            .withIntervalInMilliseconds(interval.toMillis())
                            .repeatForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build());
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot schedule the cycle", e);
        }
    }

    /** Fires once now and waits for the end; what the task throws is thrown here. */
    public void fireAndWait() {
        CompletableFuture<@Nullable Void> ended = job.nextEnd();
        try {
            quartz.triggerJob(KEY);
            ended.join();
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot fire the cycle", e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Waits for a running cycle, then stops. */
    @Override
    public void close() {
        try {
            quartz.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot stop the scheduler", e);
        }
    }

    private static Scheduler scheduler(String name) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", name);
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            return new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot make the scheduler", e);
        }
    }
}
