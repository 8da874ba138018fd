package dev.fieldcert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who counts as one visitor, behind proxies and without. */
class VisitorsTest {

    private static final Visitors BEHIND_PROXIES =
            new Visitors(new WebSettings(Set.of("10.1.0.0/16", "192.0.2.7", "2001:db8:1::/48")));

    private static String visitor(Visitors visitors, String from, String... forwarded) {
        return visitors.of(from, List.of(forwarded));
    }

    private static String alone(String address) {
        return visitor(new Visitors(new WebSettings(Set.of())), address);
    }

    @Test
    void twoVisitorsBehindAProxyAreTwo() {
        assertThat(visitor(BEHIND_PROXIES, "10.1.2.3", "203.0.113.5")).isEqualTo(alone("203.0.113.5"));
        assertThat(visitor(BEHIND_PROXIES, "192.0.2.7", "203.0.113.6, 10.1.9.9"))
                .isEqualTo(alone("203.0.113.6"));
        assertThat(visitor(BEHIND_PROXIES, "10.1.2.3", "203.0.113.6", "10.1.9.9"))
                .isEqualTo(alone("203.0.113.6"));
        assertThat(visitor(BEHIND_PROXIES, "2001:db8:1::9", "203.0.113.6:5123")).isEqualTo(alone("203.0.113.6"));
        assertThat(visitor(BEHIND_PROXIES, "10.1.2.3", "[2001:db8:7::1]:443")).isEqualTo(alone("2001:db8:7::1"));
    }

    @Test
    void aStrangersWordAboutItselfDoesNotCount() {
        assertThat(visitor(BEHIND_PROXIES, "203.0.113.5", "198.51.100.1")).isEqualTo(alone("203.0.113.5"));
        assertThat(visitor(new Visitors(new WebSettings(null)), "10.1.2.3", "198.51.100.1"))
                .isEqualTo(alone("10.1.2.3"));
        assertThat(visitor(BEHIND_PROXIES, "10.1.2.3", "198.51.100.1, 203.0.113.5"))
                .as("what the visitor wrote stands left of what the proxy added")
                .isEqualTo(alone("203.0.113.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "evil.example.com", "203.0.113.5, unknown", "_hidden", ":", "1.2.3.4.5"})
    void whatIsNoAddressLeavesTheProxys(String forwarded) {
        assertThat(visitor(BEHIND_PROXIES, "10.1.2.3", forwarded)).isEqualTo(alone("10.1.2.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:9:1::5, 2001:db8:9:1:ffff::7, true",
        "2001:db8:9:1::5, 2001:db8:9:2::5, false",
        "203.0.113.5, 203.0.113.6, false"
    })
    void anIpv6NetworkIsOneVisitor(String one, String other, boolean same) {
        assertThat(alone(one).equals(alone(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.1.0.0/99", "10.1.0.0/", "300.1.2.3/8"})
    void aProxyThatIsNoNetworkIsNamed(String proxy) {
        assertThatThrownBy(() -> new Visitors(new WebSettings(Set.of(proxy))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fieldcert.web.proxies must be")
                .hasMessageEndingWith(proxy);
    }
}
