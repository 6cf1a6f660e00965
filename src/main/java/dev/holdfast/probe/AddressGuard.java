package dev.holdfast.probe;

import java.net.InetAddress;
import java.util.Optional;

/// Says which addresses may be contacted. It is asked between the look-up of a name and the first packet, for every
/// hop, and the probe then connects to exactly the address that was asked about.
@FunctionalInterface
public interface AddressGuard {

    /// Why `address` must not be contacted, as the end of a sentence; empty when it may be.
    Optional<String> objection(InetAddress address);

    /// For monitors: the operator chose their addresses.
    static AddressGuard allowAll() {
        return AllowAll.INSTANCE;
    }

    /// For targets somebody else chose: everything that is not an address of the public Internet is refused.
    static AddressGuard publicOnly() {
        return new PublicOnly();
    }

    /// The guard that has no objection.
    enum AllowAll implements AddressGuard {
        INSTANCE;

        @Override
        public Optional<String> objection(InetAddress address) {
            return Optional.empty();
        }
    }
}
