/// What it means for this monitor: an [Expectation] against a diagnosis gives a [Judgement] with its reason.
@NullMarked
package dev.holdfast.verdict;

import org.jspecify.annotations.NullMarked;
