package dev.jangteo.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * One short question to a server that may be dead.
 */
final class HttpProbe {

	static final int OK = HttpURLConnection.HTTP_OK;

	static final int NOTHING = -1;

	private static final int PATIENCE_MILLIS = 2000;

	private HttpProbe() {
	}

	/**
	 * The status the server answers with, {@link #NOTHING} when it does not answer in
	 * time.
	 */
	static int status(String url) {

		try {

			var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
			connection.setConnectTimeout(PATIENCE_MILLIS);
			connection.setReadTimeout(PATIENCE_MILLIS);

			try {
				return connection.getResponseCode();
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException e) {
			return NOTHING;
		}
	}

}
