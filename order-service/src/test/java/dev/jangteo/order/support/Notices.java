package dev.jangteo.order.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import dev.jangteo.servers.TestServers;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends the neighbours' notifications.
 */
public final class Notices {

	private static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
			Map.of("bootstrap.servers", TestServers.kafka()), new StringSerializer(), new StringSerializer());

	private Notices() {
	}

	public static void send(String owner, String aggregate, UUID subject, long version) {
		var event = """
				{"specversion":"1.0","id":"%s","source":"/%s","type":"dev.jangteo.%s.changed",
				"subject":"%s","subjectversion":%d,"time":"%s"}
				""".formatted(UuidV7.next(), owner, aggregate, subject, version, Instant.now());
		var notice = new ProducerRecord<>("jangteo." + aggregate, subject.toString(), event);
		notice.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
		PRODUCER.send(notice);
	}

}
