package dev.jangteo.shop.values;

import jakarta.persistence.AttributeConverter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a value as JSON, in a form that is the database's own: what the API shows may
 * change without a migration.
 *
 * @param <T> the value, immutable and with equality by content, so that an equal one is
 * not written again
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final TypeReference<T> type;

	protected JsonColumn(TypeReference<T> type) {
		this.type = type;
	}

	@Override
	public String convertToDatabaseColumn(T value) {
		return json(value);
	}

	@Override
	public T convertToEntityAttribute(String json) {
		return JSON.readValue(json, this.type);
	}

	/** The stored form of any value, for SQL that writes past the entities. */
	public static String json(Object value) {
		return JSON.writeValueAsString(value);
	}

}
