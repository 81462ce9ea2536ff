package dev.jangteo.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs.
 *
 * @param address to listen on
 * @param port any free one when 0
 * @param data folder of the kept books
 * @param secretKey what merchants sign in with
 * @param webhooks where the merchant wants to be told, nowhere when null
 * @param resendUnit a "minute" of the re-send schedule
 */
public record SandboxSettings(String address, int port, Path data, String secretKey, @Nullable URI webhooks,
		Duration resendUnit) {

	/** Known to everybody, and of no use outside one machine. */
	public static final String LOCAL_SECRET_KEY = "local-only-test-sk";

	public static SandboxSettings of(int port, Path data) {
		return new SandboxSettings("127.0.0.1", port, data, LOCAL_SECRET_KEY, null, Duration.ofMinutes(1));
	}

	public SandboxSettings withWebhooks(URI webhooks) {
		return new SandboxSettings(address, port, data, secretKey, webhooks, resendUnit);
	}

	public SandboxSettings withResendUnit(Duration resendUnit) {
		return new SandboxSettings(address, port, data, secretKey, webhooks, resendUnit);
	}

	static SandboxSettings from(Map<String, String> environment) {
		var webhooks = environment.getOrDefault("JANGTEO_SANDBOX_WEBHOOK_URL", "");
		return new SandboxSettings(environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
				Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8089")),
				Path.of(environment.getOrDefault("JANGTEO_SANDBOX_DATA", ".jangteo/provider-sandbox")),
				environment.getOrDefault("JANGTEO_PROVIDER_SECRET_KEY", LOCAL_SECRET_KEY),
				webhooks.isBlank() ? null : webhookAddress(webhooks),
				duration(environment.getOrDefault("JANGTEO_SANDBOX_RESEND_UNIT", "1m")));
	}

	static URI webhookAddress(String text) {
		try {
			var address = URI.create(text);
			if (address.getHost() != null
					&& ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
				return address;
			}
		}
		catch (IllegalArgumentException ex) {
			// Refused below.
		}
		throw Refused.invalid("'url' is an http or https address.");
	}

	/** Reads {@code 50ms}, {@code 2s}, {@code 1m} and {@code PT1M}. */
	static Duration duration(String text) {
		var small = text.strip().toLowerCase(Locale.ROOT);
		if (small.matches("\\d+ms")) {
			return Duration.ofMillis(Long.parseLong(small.substring(0, small.length() - 2)));
		}
		return small.startsWith("p") ? Duration.parse(small) : Duration.parse("PT" + small);
	}

	@Override
	public String toString() {
		return "SandboxSettings[port=" + port + ", data=" + data + "]";
	}

}
