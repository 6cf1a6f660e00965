package dev.holdfast.schedule;

import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says when each monitor is due: one Quartz job a monitor, which only hands over.
///
/// A clock that is set forward or back by more than two seconds is noticed within a second, and every monitor is
/// planned anew from the time it shows then: nothing stops, nothing is run in a burst (docs/concurrency.md).
public final class Schedule implements AutoCloseable {
    /// Quartz hands out one scheduler a name.
    private static final AtomicInteger OPENED = new AtomicInteger();

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final InstantSource clock;
    private final Scheduler quartz;
    private final ClockGuard guard;
    private final Map<MonitorId, Cadence> planned = new ConcurrentHashMap<>();

    /// Called when a monitor is due. Runs on a scheduler thread, so it must hand over and return at once.
    @FunctionalInterface
    public interface Due {

        /// `monitor` is due, `lateness` ago.
        void now(MonitorId monitor, Duration lateness);
    }

    private Schedule(InstantSource clock, Scheduler quartz) {
        this.clock = clock;
        this.quartz = quartz;
        this.guard = ClockGuard.start(this::clockJumped);
    }

    /// A schedule with nothing planned, in which nothing is due before it is started.
    public static Schedule open() {
        try {
            return new Schedule(InstantSource.system(), new StdSchedulerFactory(settings()).getScheduler());
        } catch (SchedulerException impossible) {
            throw new IllegalStateException("Quartz in memory did not open", impossible);
        }
    }

    /// From now on `due` is called.
    public void start(Due due) {
        try {
            quartz.setJobFactory((bundle, scheduler) -> turn -> handOver(due, turn));
            quartz.start();
        } catch (SchedulerException impossible) {
            throw new IllegalStateException("Quartz in memory did not start", impossible);
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "holdfast-" + OPENED.incrementAndGet(),
                "org.quartz.scheduler.skipUpdateCheck", "true",
                "org.quartz.scheduler.makeSchedulerThreadDaemon", "true",
                "org.quartz.scheduler.idleWaitTime", "1000",
                // Several triggers at a time, but none before its time.
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "50",
                "org.quartz.scheduler.batchTriggerAcquisitionFireAheadTimeWindow", "0",
                "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount", "2",
                "org.quartz.threadPool.makeThreadsDaemons", "true",
                // Whoever is later than this waits for its next turn instead of catching up.
                "org.quartz.jobStore.misfireThreshold", "5000"));
        return settings;
    }

    /// Plans `monitor`. A monitor that is planned at the same cadence already keeps its turn.
    public void plan(MonitorId monitor, Cadence cadence) {
        if (!cadence.equals(planned.put(monitor, cadence))) {
            replan(monitor, cadence);
        }
    }

    /// `monitor` is due no more.
    public void remove(MonitorId monitor) {
        planned.remove(monitor);
        quietly("remove " + monitor, () -> quartz.deleteJob(key(monitor)));
    }

    /// `monitor` is due once more, `delay` from now, besides its regular turns.
    public void soon(MonitorId monitor, Duration delay) {
        if (!planned.containsKey(monitor)) {
            return;
        }
        var key = TriggerKey.triggerKey(monitor.name(), "soon");
        var once = TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(key(monitor))
                .startAt(Date.from(clock.instant().plus(delay)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        quietly("recheck " + monitor, () -> {
            quartz.unscheduleJob(key);
            quartz.scheduleJob(once);
        });
    }

    /// The monitors that are planned.
    public Set<MonitorId> planned() {
        return Set.copyOf(planned.keySet());
    }

    @Override
    public void close() {
        guard.close();
        quietly("stop", () -> quartz.shutdown(false));
    }

    private static void handOver(Due due, JobExecutionContext context) {
        var late = Duration.between(
                context.getScheduledFireTime().toInstant(),
                context.getFireTime().toInstant());
        due.now(new MonitorId(context.getJobDetail().getKey().getName()), late.isNegative() ? Duration.ZERO : late);
    }

    private void clockJumped(Duration jump) {
        LOG.warn("the clock jumped by {}: all monitors are planned anew", jump);
        planned.forEach(this::replan);
    }

    private void replan(MonitorId monitor, Cadence cadence) {
        quietly("plan " + monitor, () -> quartz.scheduleJob(job(monitor), Set.of(trigger(monitor, cadence)), true));
    }

    private static JobDetail job(MonitorId monitor) {
        return JobBuilder.newJob(HandOver.class).withIdentity(key(monitor)).build();
    }

    private Trigger trigger(MonitorId monitor, Cadence cadence) {
        var trigger = TriggerBuilder.newTrigger().withIdentity(monitor.name(), "regular");
        return switch (cadence) {
            case Cadence.Every(var interval) ->
                trigger.startAt(Date.from(Phase.next(monitor, interval, clock.instant())))
                        .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                                .withIntervalInMilliseconds(interval.toMillis())
                                .repeatForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                        .build();
            case Cadence.Cron(var expression, var zone) ->
                trigger.withSchedule(CronScheduleBuilder.cronSchedule(expression)
                                .inTimeZone(TimeZone.getTimeZone(zone))
                                .withMisfireHandlingInstructionDoNothing())
                        .build();
        };
    }

    private static JobKey key(MonitorId monitor) {
        return JobKey.jobKey(monitor.name());
    }

    private interface QuartzCall {
        void run() throws SchedulerException;
    }

    /// The store is in memory and the keys are ours: what Quartz still refuses is a fault of ours, and told.
    private static void quietly(String what, QuartzCall call) {
        try {
            call.run();
        } catch (SchedulerException refused) {
            LOG.error("cannot {}", what, refused);
        }
    }

    /// Names the job's class to Quartz; the job factory hands over instead of making one.
    private static final class HandOver implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            throw new IllegalStateException("the job factory answers for this");
        }
    }
}
