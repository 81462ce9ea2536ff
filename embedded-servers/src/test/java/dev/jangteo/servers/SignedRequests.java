package dev.jangteo.servers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests with an AWS signature of version 4.
 */
final class SignedRequests {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private SignedRequests() {
	}

	static HttpRequest of(String method, URI uri, String body, String accessKey, String secretKey) throws Exception {

		var time = ZonedDateTime.now(ZoneOffset.UTC).format(TIME);
		var day = time.substring(0, 8);
		var scope = day + "/us-east-1/s3/aws4_request";
		var digest = hex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
		var headers = "host;x-amz-content-sha256;x-amz-date";

		var canonical = String.join("\n", method, uri.getPath(), "", "host:" + uri.getAuthority(),
				"x-amz-content-sha256:" + digest, "x-amz-date:" + time, "", headers, digest);
		var toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope,
				hex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8))));

		var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
		for (String part : new String[] { day, "us-east-1", "s3", "aws4_request", toSign }) {
			key = hmac(key, part);
		}

		return HttpRequest.newBuilder(uri)
			.header("x-amz-content-sha256", digest)
			.header("x-amz-date", time)
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=%s,Signature=%s".formatted(accessKey, scope,
							headers, hex(key)))
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

	private static byte[] hmac(byte[] key, String text) throws Exception {

		var mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

}
