/// What came back and why: an [dev.holdfast.observation.Observation] in, a [Diagnosis] out.
///
/// Pure: no clock, no I/O, no log. Read [Diagnostician] first, then [Signatures].
@NullMarked
package dev.holdfast.diagnosis;

import org.jspecify.annotations.NullMarked;
