package dev.jangteo.order.ordering;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values an order keeps as JSON, in the database's own form: what the API shows may
 * change without a migration.
 */
final class JsonColumns {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private JsonColumns() {
	}

	static String write(Object value) {
		return JSON.writeValueAsString(value);
	}

	static <T> T read(String json, Class<T> type) {
		return JSON.readValue(json, type);
	}

	@Converter
	static class Lines implements AttributeConverter<OrderLines, String> {

		@Override
		public String convertToDatabaseColumn(OrderLines lines) {
			return write(lines);
		}

		@Override
		public OrderLines convertToEntityAttribute(String json) {
			return read(json, OrderLines.class);
		}

	}

	@Converter
	static class DeliveryColumn implements AttributeConverter<Delivery, String> {

		@Override
		public String convertToDatabaseColumn(Delivery delivery) {
			return write(delivery);
		}

		@Override
		public Delivery convertToEntityAttribute(String json) {
			return read(json, Delivery.class);
		}

	}

}
