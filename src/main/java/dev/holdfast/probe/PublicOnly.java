package dev.holdfast.probe;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Refuses what is not the public Internet, also where an IPv6 address only carries an IPv4 one.
final class PublicOnly implements AddressGuard {
    private static final List<Block> REFUSED = List.of(
            Block.of("0.0.0.0", 8, "unspecified"),
            Block.of("10.0.0.0", 8, "private"),
            Block.of("100.64.0.0", 10, "private to a carrier"),
            Block.of("127.0.0.0", 8, "loopback"),
            Block.of("169.254.0.0", 16, "link-local"),
            Block.of("172.16.0.0", 12, "private"),
            Block.of("192.0.0.0", 24, "reserved"),
            Block.of("192.168.0.0", 16, "private"),
            Block.of("198.18.0.0", 15, "reserved"),
            Block.of("224.0.0.0", 4, "multicast"),
            Block.of("240.0.0.0", 4, "reserved"),
            Block.of("::1", 128, "loopback"),
            Block.of("64:ff9b:1::", 48, "private"),
            Block.of("fc00::", 7, "unique local"),
            Block.of("fe80::", 10, "link-local"),
            Block.of("fec0::", 10, "site-local"),
            Block.of("ff00::", 8, "multicast"));

    /// IPv6 prefixes behind which an IPv4 address stands: compatible, NAT64, 6to4, and mapped.
    private static final List<Block> CARRIERS = List.of(
            Block.of("::", 96, "compatible"),
            Block.of("64:ff9b::", 96, "NAT64"),
            Block.of("2002::", 16, "6to4"),
            Block.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96, "mapped"));

    @Override
    public Optional<String> objection(InetAddress address) {
        return objection(address.getAddress());
    }

    private static Optional<String> objection(byte[] address) {
        return REFUSED.stream()
                .filter(block -> block.contains(address))
                .map(Block::kind)
                .findFirst()
                .or(() -> carried(address).flatMap(PublicOnly::objection));
    }

    private static Optional<byte[]> carried(byte[] address) {
        return CARRIERS.stream()
                .filter(block -> block.contains(address))
                .findFirst()
                .map(carrier -> carrier.bits == 16 ? middle(address) : Arrays.copyOfRange(address, 12, 16));
    }

    private static byte[] middle(byte[] address) {
        return Arrays.copyOfRange(address, 2, 6);
    }

    /// A block of addresses: those whose first bits are `prefix`.
    ///
    /// @param size the bits of a whole address
    private record Block(BigInteger prefix, int bits, int size, String kind) {

        static Block of(String first, int bits, String kind) {
            return of(InetAddress.ofLiteral(first).getAddress(), bits, kind);
        }

        static Block of(byte[] first, int bits, String kind) {
            var size = first.length * Byte.SIZE;
            return new Block(new BigInteger(1, first).shiftRight(size - bits), bits, size, kind);
        }

        boolean contains(byte[] address) {
            return address.length * Byte.SIZE == size
                    && new BigInteger(1, address).shiftRight(size - bits).equals(prefix);
        }
    }
}
