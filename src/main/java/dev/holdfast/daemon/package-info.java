/// The wiring. Read [Cycle] first: one check of one monitor, start to end.
@NullMarked
package dev.holdfast.daemon;

import org.jspecify.annotations.NullMarked;
