/// Telling: a channel says whether to try again, the courier is the one place that does.
@NullMarked
package dev.holdfast.alert;

import org.jspecify.annotations.NullMarked;
