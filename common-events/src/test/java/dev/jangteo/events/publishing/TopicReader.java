package dev.jangteo.events.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.jangteo.events.things.Broker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic, and goes on reading. */
final class TopicReader implements AutoCloseable {

	private final KafkaConsumer<String, String> consumer;

	final List<ConsumerRecord<String, String>> records = new ArrayList<>();

	TopicReader(String topic) {
		consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", Broker.SERVER.bootstrapServers()),
				new StringDeserializer(), new StringDeserializer());
		var partitions = consumer.partitionsFor(topic)
			.stream()
			.map(info -> new TopicPartition(info.topic(), info.partition()))
			.toList();
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
	}

	/** All so far. */
	List<ConsumerRecord<String, String>> read() {
		consumer.poll(Duration.ofMillis(50)).forEach(records::add);
		return records;
	}

	@Override
	public void close() {
		consumer.close();
	}

}
