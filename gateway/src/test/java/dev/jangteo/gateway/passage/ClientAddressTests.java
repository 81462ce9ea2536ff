package dev.jangteo.gateway.passage;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientAddressTests {

	private static ClientAddress trusting(String... networks) {
		return new ClientAddress(
				new PassageSettings(List.of(networks), true, 0.1, new PassageSettings.Cors(List.of(), false)));
	}

	private static ClientAddress.Origin asked(ClientAddress addresses, String peer, String forwarded) {
		return addresses.of(MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress(peer, 1))
			.header("X-Forwarded-For", forwarded)
			.header("X-Forwarded-Proto", "https")
			.build());
	}

	@Test
	void believesNobodyByDefault() {
		assertThat(asked(trusting(), "10.0.0.1", "1.2.3.4"))
			.isEqualTo(new ClientAddress.Origin("10.0.0.1", "http", false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1.2.3.4 | 1.2.3.4", "9.9.9.9, 1.2.3.4 | 1.2.3.4", "1.2.3.4, 10.0.0.7 | 1.2.3.4",
					"nonsense | 10.0.0.1", "evil.example | 10.0.0.1", "1.2.3.4, nonsense | 10.0.0.1",
					"10.0.0.9 | 10.0.0.9" })
	void takesTheLastAddressThatNoTrustedProxyHas(String forwarded, String address) {
		assertThat(asked(trusting("10.0.0.0/8"), "10.0.0.1", forwarded))
			.isEqualTo(new ClientAddress.Origin(address, "https", true));
	}

	@Test
	void countsAnIpv6NetworkAsOneCaller() {
		assertThat(asked(trusting(), "2001:db8:1:2:3:4:5:6", "").address())
			.isEqualTo(asked(trusting(), "2001:db8:1:2:ffff::1", "").address());
	}

	@Test
	void refusesNetworksThatAreNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> trusting("localhost/8"));
	}

}
