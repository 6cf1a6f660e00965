/// The story of the mission, played on loopback.
@NullMarked
package dev.holdfast.demo;

import org.jspecify.annotations.NullMarked;
