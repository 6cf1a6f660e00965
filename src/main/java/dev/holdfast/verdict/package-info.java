/// What it means for this monitor: an [Expectation] against a diagnosis gives a [Judgement] with its reason.
///
/// Pure. The one library here reads JSON bodies for `expect.json` (docs/decisions/0004-json.md).
@NullMarked
package dev.holdfast.verdict;

import org.jspecify.annotations.NullMarked;
