/// Monitors, incidents and a memory for tests of what shows them: made by the real lifecycle from results made by
/// hand.
@NullMarked
package dev.holdfast.scene;

import org.jspecify.annotations.NullMarked;
