/// Remembering: states, incidents, history and the outbox, so that a crash loses nothing.
@NullMarked
package dev.holdfast.store;

import org.jspecify.annotations.NullMarked;
