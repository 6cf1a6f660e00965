package dev.holdfast.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.lang.management.ManagementFactory;

/// The time on processors under the name every Prometheus client gives it, in place of Micrometer's: those are in
/// nanoseconds, or end like a histogram's, and `promtool check metrics` objects.
final class ProcessorTime {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {}

    /// To be called with a fresh registry: filters come before meters.
    static <R extends MeterRegistry> R boundTo(R registry) {
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
                .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        FunctionCounter.builder("process.cpu", SYSTEM, system -> system.getProcessCpuTime() / 1e9)
                .description("Time the process has spent on processors")
                .baseUnit("seconds")
                .register(registry);
        return registry;
    }
}
