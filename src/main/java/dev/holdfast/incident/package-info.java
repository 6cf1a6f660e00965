/// What a verdict changes: the state of its monitor, the incidents it belongs to, and who has to be told.
///
/// Pure functions of values and time. Read [Lifecycle] first.
@NullMarked
package dev.holdfast.incident;

import org.jspecify.annotations.NullMarked;
