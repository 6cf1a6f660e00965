/// Values that must never be printed.
@NullMarked
package dev.holdfast.secret;

import org.jspecify.annotations.NullMarked;
