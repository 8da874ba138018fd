package dev.fieldcert.webhook;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses addresses of this machine and of private networks, so that a receiver's host name cannot be pointed at
 * systems that only we can reach. The check and the connection use the same DNS result for as long as the JVM caches
 * it (30 seconds, unless {@code networkaddress.cache.ttl} is set).
 */
final class AddressGuard {

    /**
     * Special networks for which {@link InetAddress} has no method: this network, carrier-grade NAT, protocol
     * assignments, documentation and tests, reserved.
     */
    private static final List<Network> SPECIAL = List.of(
            network("0.0.0.0", 8),
            network("100.64.0.0", 10),
            network("192.0.0.0", 24),
            network("192.0.2.0", 24),
            network("198.18.0.0", 15),
            network("198.51.100.0", 24),
            network("203.0.113.0", 24),
            network("240.0.0.0", 4),
            network("fc00::", 7),
            network("2001:db8::", 32));

    private static final byte[] NAT64 = bytes("64:ff9b::");

    private AddressGuard() {}

    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Network network(String address, int bits) {
        return new Network(bytes(address), bits);
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    /** @throws IOException if the host is unknown, or any of its addresses is not public */
    static void mustBePublic(String host) throws IOException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!isPublic(address)) {
                throw new IOException("private address");
            }
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || SPECIAL.stream().anyMatch(network -> network.contains(address.getAddress()))) {
            return false;
        }
        return !(address instanceof Inet6Address) || within(address.getAddress());
    }

    /**
     * Checks an IPv4 address embedded in an IPv6 address (NAT64, 6to4 or "compatible"), which must be public as well.
     */
    private static boolean within(byte[] address) {
        boolean nat64 = Arrays.equals(address, 0, 12, NAT64, 0, 12);
        boolean compatible = Arrays.equals(address, 0, 12, new byte[12], 0, 12);
        boolean sixToFour = address[0] == 0x20 && address[1] == 0x02;
        int from = sixToFour ? 2 : 12;
        if (!nat64 && !compatible && !sixToFour) {
            return true;
        }
        try {
            return isPublic((Inet4Address) InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
