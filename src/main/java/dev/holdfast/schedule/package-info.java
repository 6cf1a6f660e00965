/// When: one Quartz job a monitor, spread over the interval, deaf to jumps of the clock.
@NullMarked
package dev.holdfast.schedule;

import org.jspecify.annotations.NullMarked;
