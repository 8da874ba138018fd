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
 * Who visits: the connection's other end, or whom a configured proxy names in {@code X-Forwarded-For}. Anybody can write that
 * header, so only the entries count that proxies of ours have added, from the right.
 */
@Component
class Visitors {

    /** An address, perhaps in brackets, perhaps with a port. */
    private static final Pattern ENTRY =
            Pattern.compile("\\[?([0-9a-fA-F]*:[0-9a-fA-F:.]+|\\d{1,3}(?:\\.\\d{1,3}){3})(?:]?(?::\\d+)?)");

    /** An IPv6 network of this length belongs to one customer of a provider. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<NetMask> proxies;

    /** @throws IllegalArgumentException when a proxy is no address and no network */
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
     * The visitor's address, the same for a whole IPv6 network: who has one has all of it.
     *
     * @param forwarded the headers {@code X-Forwarded-For}, in their order
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

    /** Never asks a name server. */
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
