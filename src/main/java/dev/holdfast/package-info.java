/// Holdfast watches the endpoints you fixed and tells on-call, with the reason, the moment one breaks again.
@org.jspecify.annotations.NullMarked
package dev.holdfast;
