package dev.jangteo.events.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.jangteo.events.wire.NotificationFormat;
import dev.jangteo.events.wire.Traces;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Hands rows to Kafka, in order, without waiting for the answer. Messages are made on a
 * thread of its own, so that the next rows are read meanwhile.
 */
final class Sender implements AutoCloseable {

	private static final byte[] CONTENT_TYPE = NotificationFormat.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII);

	private static final Duration QUARANTINE = Duration.ofSeconds(30);

	private final Producer<byte[], byte[]> producer;

	private final String source;

	private final ExecutorService hands = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().name("notification-relay-sender").daemon().factory());

	/**
	 * Topics Kafka did not know lately; asking again for each row would hold up all
	 * others each time.
	 */
	private final Map<String, Instant> unknown = new ConcurrentHashMap<>();

	private Sender(Producer<byte[], byte[]> producer, String source) {
		this.producer = producer;
		this.source = source;
	}

	/**
	 * A sender with its own producer.
	 * @param config of the service's producers; addresses and security are taken from it
	 * @param source source of the notifications
	 */
	static Sender open(Map<String, Object> config, String source) {
		var own = new HashMap<>(config);
		own.put(ProducerConfig.ACKS_CONFIG, "all");
		own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		own.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
		own.put(ProducerConfig.LINGER_MS_CONFIG, 1);
		own.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
		own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000);
		own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
		own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8000);
		own.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
		own.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
		own.put(ProducerConfig.CLIENT_ID_CONFIG, source.substring(1) + "-relay");
		own.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
		return new Sender(new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer()), source);
	}

	/**
	 * Send rows behind those before; what becomes of each is told to the flight, also
	 * when this is closed meanwhile.
	 */
	Flight send(List<LogRow> rows, Runnable whenLanded) {
		var flight = new Flight(rows, whenLanded);
		hands.execute(() -> rows.forEach(row -> send(row, flight)));
		return flight;
	}

	private void send(LogRow row, Flight flight) {
		var topic = NotificationFormat.topic(row.aggregate());
		var quarantine = unknown.isEmpty() ? null : unknown.get(topic);
		if (quarantine != null && quarantine.isAfter(Instant.now())) {
			flight.land(row, new UnknownTopic(topic));
			return;
		}
		try {
			PublishingSettings.requireName(row.aggregate());
			var message = message(topic, row);
			var _ = producer.send(message, (_, error) -> flight.land(row, error));
			if (quarantine != null) {
				unknown.remove(topic);
			}
		}
		catch (TimeoutException ex) {
			unknown.put(topic, Instant.now().plus(QUARANTINE));
			flight.land(row, ex);
		}
		catch (RuntimeException ex) {
			flight.land(row, ex);
		}
	}

	private ProducerRecord<byte[], byte[]> message(String topic, LogRow row) {
		var message = new ProducerRecord<>(topic, row.subject().toString().getBytes(StandardCharsets.US_ASCII),
				NotificationFormat.write(row.notification(source)));
		message.headers().add("content-type", CONTENT_TYPE);
		if (row.traceparent() != null) {
			message.headers().add(Traces.HEADER, row.traceparent().getBytes(StandardCharsets.US_ASCII));
		}
		return message;
	}

	/** Forget which topics were unknown, after Kafka was away. */
	void retryUnknownTopics() {
		unknown.clear();
	}

	/** Drops what is not sent yet; the next relay sends it. */
	@Override
	public void close() {
		hands.shutdown();
		producer.close(Duration.ZERO);
	}

	/** Whether the row itself is to blame, so that another attempt must fail too. */
	static boolean hopeless(Exception error) {
		return error instanceof RecordTooLargeException || error instanceof InvalidTopicException
				|| error instanceof TopicAuthorizationException || error instanceof InvalidRecordException
				|| error instanceof SerializationException || error instanceof IllegalArgumentException;
	}

	static final class UnknownTopic extends RetriableException {

		UnknownTopic(String topic) {
			super("Kafka does not know the topic " + topic);
		}

	}

}
