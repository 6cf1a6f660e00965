/// The JSON of the contract, in one place: the same words in the store, the API, messages and the command line.
@NullMarked
package dev.holdfast.wire;

import org.jspecify.annotations.NullMarked;
