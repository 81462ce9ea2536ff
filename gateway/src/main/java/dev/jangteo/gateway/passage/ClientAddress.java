package dev.jangteo.gateway.passage;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The address a request came from. What a caller says of itself in {@code X-Forwarded-*}
 * is believed only of the proxies named in the settings.
 */
@Component
class ClientAddress {

	private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

	private final List<Network> trusted;

	/**
	 * @param address the client's address; of IPv6 the network of 64 bits, which is what
	 * one caller gets
	 * @param scheme how the client spoke
	 * @param trusted whether a trusted proxy stands between
	 */
	record Origin(String address, String scheme, boolean trusted) {
	}

	private record Network(byte[] address, int bits) {

		static Network parse(String cidr) {
			var slash = cidr.indexOf('/');
			var address = literal(slash < 0 ? cidr : cidr.substring(0, slash));
			if (address == null) {
				throw new IllegalArgumentException("Not a network: " + cidr);
			}
			var length = address.getAddress().length * 8;
			return new Network(address.getAddress(), slash < 0 ? length : Integer.parseInt(cidr.substring(slash + 1)));
		}

		boolean contains(InetAddress candidate) {
			var other = candidate.getAddress();
			if (other.length != address.length) {
				return false;
			}
			for (var bit = 0; bit < bits; bit++) {
				var mask = 0x80 >> (bit % 8);
				if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
					return false;
				}
			}
			return true;
		}

	}

	ClientAddress(PassageSettings settings) {
		this.trusted = settings.trustedProxies().stream().map(Network::parse).toList();
	}

	Origin of(ServerHttpRequest request) {

		var peer = peer(request.getRemoteAddress());

		if (peer == null || trusted.isEmpty() || !isTrusted(peer)) {
			return new Origin(peer == null ? "unknown" : text(peer), "http", false);
		}

		var scheme = "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto")) ? "https" : "http";
		return new Origin(text(beforeTrusted(request.getHeaders(), peer)), scheme, true);
	}

	/** The last address of the list that is not itself a trusted proxy's. */
	private InetAddress beforeTrusted(HttpHeaders headers, InetAddress peer) {
		var found = peer;
		var hops = String.join(",", headers.getOrDefault("X-Forwarded-For", List.of())).split(",");
		for (var i = hops.length - 1; i >= 0 && isTrusted(found); i--) {
			var hop = literal(hops[i].strip());
			if (hop == null) {
				break;
			}
			found = hop;
		}
		return found;
	}

	private boolean isTrusted(InetAddress address) {
		return trusted.stream().anyMatch(network -> network.contains(address));
	}

	private static @Nullable InetAddress peer(@Nullable InetSocketAddress address) {
		return (address == null) ? null : address.getAddress();
	}

	private static String text(InetAddress address) {
		var bytes = address.getAddress();
		if (bytes.length == 4) {
			return address.getHostAddress();
		}
		Arrays.fill(bytes, 8, 16, (byte) 0);
		try {
			return InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Never asks a name server: only literals pass. */
	private static @Nullable InetAddress literal(String text) {
		if (!LITERAL.matcher(text).matches()) {
			return null;
		}
		try {
			return InetAddress.ofLiteral(text);
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

}
