package dev.holdfast.probe;

/// Sends one request and takes in its answer: the seam between the clients and all that is common to them.
@FunctionalInterface
interface Exchange {

    /// One request, one answer, no redirect, nothing sent twice. Returns by the deadline.
    Exchanged exchange(Ask ask, Deadline deadline);
}
