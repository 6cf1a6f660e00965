/// The real daemon as a process of its own, killed again and again: what no crash may lose, double or disorder.
@NullMarked
package dev.holdfast.crash;

import org.jspecify.annotations.NullMarked;
