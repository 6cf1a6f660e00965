/// What was seen, as values: the facts of one exchange with an endpoint, before anybody says what they mean.
///
/// Nothing here decides. A probe returns an [Observation] and never throws; diagnosis reads it.
@NullMarked
package dev.holdfast.observation;

import org.jspecify.annotations.NullMarked;
