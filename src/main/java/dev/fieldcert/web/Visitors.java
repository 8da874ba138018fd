package dev.fieldcert.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;
import org.springframework.stereotype.Component;

/**
 * Identifies visitors by address: the client end of the connection or, behind a configured proxy, the address that the
 * proxy names in {@code X-Forwarded-For}. Anybody can write that header, so it is read from the right, and only the
 * entries that our own proxies added count.
 */
@Component
class Visitors {

    /** Matches an IP address, optionally in brackets and with a port. */
    private static final Pattern ENTRY =
            Pattern.compile("\\[?([0-9a-fA-F]*:[0-9a-fA-F:.]+|\\d{1,3}(?:\\.\\d{1,3}){3})(?:]?(?::\\d+)?)");

    /** An IPv6 network with a prefix of this length belongs to one customer of a provider. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<NetMask> proxies;

    /** @throws IllegalArgumentException if a proxy is neither an address nor a network */
    Visitors(WebSettings settings) {
        this.proxies = settings.proxies().stream().map(Visitors::network).toList();
    }

    private static NetMask network(String proxy) {
        if (!proxy.matches("[0-9a-fA-F.:]+(/\\d{1,3})?")) {
            throw notANetwork(proxy);
        }
        try {
            return new NetMask(proxy);
        } catch (IllegalArgumentException e) {
            throw notANetwork(proxy);
        }
    }

    private static IllegalArgumentException notANetwork(String proxy) {
        return new IllegalArgumentException(
                "fieldcert.web.proxies must be addresses or networks like 10.1.0.0/16, separated by commas, but has: "
                        + proxy);
    }

    String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /**
     * Returns a key for the visitor's address. All addresses of an IPv6 network have the same key, because one
     * customer has the whole network.
     *
     * @param forwarded the values of the {@code X-Forwarded-For} headers, in order
     */
    String of(String from, List<String> forwarded) {
        List<String> hops = new ArrayList<>(forwarded.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList());
        hops.add(from);
        Collections.reverse(hops);
        InetAddress known = null;
        for (String hop : hops) {
            Optional<InetAddress> address = address(hop);
            if (address.isEmpty()) {
                break;
            }
            known = address.get();
            if (!isProxy(known)) {
                break;
            }
        }
        return known == null ? from : limited(known);
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** Parses an address without asking a name server. Empty if the text is not an address. */
    private static Optional<InetAddress> address(String text) {
        Matcher entry = ENTRY.matcher(text);
        if (!entry.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(entry.group(1)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String limited(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length > 4 ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }
}
