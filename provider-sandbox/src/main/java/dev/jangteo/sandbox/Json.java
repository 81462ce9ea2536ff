package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON the way the provider writes and reads it.
 */
final class Json {

	private static final DateTimeFormatter KOREAN_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
		.withZone(ZoneOffset.ofHours(9));

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private Json() {
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	static JsonNode tree(byte[] json) {
		return MAPPER.readTree(json);
	}

	static <T> T read(byte[] json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	static @Nullable String time(@Nullable Instant instant) {
		return (instant != null) ? KOREAN_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS)) : null;
	}

	/** Without zeros behind the point: 18000.00 is written 18000. */
	static BigDecimal amount(BigDecimal amount) {
		var plain = amount.stripTrailingZeros();
		return (plain.scale() < 0) ? plain.setScale(0) : plain;
	}

}
