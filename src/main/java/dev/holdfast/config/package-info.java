/// File to checked records: after loading, no key, unit or default is read again.
@NullMarked
package dev.holdfast.config;

import org.jspecify.annotations.NullMarked;
