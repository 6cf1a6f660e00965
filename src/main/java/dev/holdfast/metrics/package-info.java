/// Counting, rendered from the live monitors.
@NullMarked
package dev.holdfast.metrics;

import org.jspecify.annotations.NullMarked;
