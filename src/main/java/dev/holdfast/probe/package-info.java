/// Touching the endpoint. A [Probe] returns an observation: facts, never a boolean, never an exception.
@NullMarked
package dev.holdfast.probe;

import org.jspecify.annotations.NullMarked;
