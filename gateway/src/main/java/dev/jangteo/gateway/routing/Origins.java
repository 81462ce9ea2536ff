package dev.jangteo.gateway.routing;

import java.net.URI;

/**
 * Origins are scheme, host and port, nothing more.
 */
public final class Origins {

	private Origins() {
	}

	/**
	 * @throws IllegalArgumentException if it is no origin
	 */
	public static URI parse(String text) {
		return check(URI.create(text));
	}

	static URI check(URI origin) {
		var path = origin.getRawPath();
		var bare = (path == null || path.isEmpty() || path.equals("/")) && origin.getRawQuery() == null
				&& origin.getRawFragment() == null && origin.getRawUserInfo() == null;
		var http = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
		if (!http || origin.getHost() == null || !bare) {
			throw new IllegalArgumentException("Not an origin like http://host:port: " + origin);
		}
		return URI.create(origin.getScheme() + "://" + origin.getRawAuthority());
	}

}
