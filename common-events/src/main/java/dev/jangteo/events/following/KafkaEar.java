package dev.jangteo.events.following;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.jangteo.events.following.Filling.State;
import dev.jangteo.events.following.Owner.Heard;
import dev.jangteo.events.wire.NotificationFormat;
import dev.jangteo.events.wire.Traces;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Hears notifications through Kafka. A batch that cannot be handled because somebody is
 * away is held, with growing pauses, and its offsets are not committed; the consumer
 * stays in its group meanwhile.
 */
final class KafkaEar implements ConsumerAwareRebalanceListener, ApplicationEventPublisher {

	private static final Logger log = LoggerFactory.getLogger(KafkaEar.class);

	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

	private final Copying<?> copying;

	private final CopyMeters meters;

	private final CaughtUp caughtUp;

	private final Plan plan;

	private final Filling<?> filling;

	/**
	 * While filling from the topic: where each partition stands and where it ended at the
	 * beginning.
	 */
	private final Map<TopicPartition, Stretch> stretches = new ConcurrentHashMap<>();

	private final Set<TopicPartition> rewound = new HashSet<>();

	KafkaEar(Map<String, Object> config, String topic, String group, FollowingSettings.Consumer settings, Plan plan,
			Copying<?> copying, Filling<?> filling, CopyMeters meters, CaughtUp caughtUp) {
		this.copying = copying;
		this.filling = filling;
		this.meters = meters;
		this.caughtUp = caughtUp;
		this.plan = plan;
		var properties = new ContainerProperties(topic);
		properties.setGroupId(group);
		properties.setClientId(group);
		properties.setMessageListener((BatchMessageListener<byte[], byte[]>) this::on);
		properties.setConsumerRebalanceListener(this);
		properties.setIdleEventInterval(1000L);
		properties.setShutdownTimeout(5000);
		this.container = new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(
				own(config, settings), new ByteArrayDeserializer(), new ByteArrayDeserializer()), properties);
		container.setBeanName(group);
		container.setConcurrency(settings.concurrency());
		container.setApplicationEventPublisher(this);
		container.setCommonErrorHandler(hold(settings));
		meters.gauge("consumer.lag", "Notifications in Kafka that were not taken yet", this::lag);
	}

	private static Map<String, Object> own(Map<String, Object> config, FollowingSettings.Consumer settings) {
		var own = new HashMap<>(config);
		own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
		own.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		own.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
		own.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
		own.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 3000);
		// The owner makes the topic, compacted; a follower that comes first must not make
		// it otherwise.
		own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return own;
	}

	private static DefaultErrorHandler hold(FollowingSettings.Consumer settings) {
		var pauses = new ExponentialBackOff(100, 2);
		pauses.setMaxInterval(settings.longestHold().toMillis());
		var handler = new DefaultErrorHandler(pauses);
		handler.setClassifications(Map.of(), true);
		handler.setLogLevel(KafkaException.Level.DEBUG);
		return handler;
	}

	void start() {
		container.start();
	}

	void stop() {
		container.stop();
	}

	private void on(List<ConsumerRecord<byte[], byte[]>> records) {
		var heard = new ArrayList<Heard>(records.size());
		for (var message : records) {
			var one = read(message);
			if (one != null) {
				heard.add(one);
			}
		}
		try {
			copying.on(heard);
		}
		catch (RuntimeException ex) {
			log.info("{} holds {} notifications: {}", container.getBeanName(), heard.size(), ex.toString());
			throw ex;
		}
		heard.stream().map(one -> one.notification().time()).max(Instant::compareTo).ifPresent(caughtUp::at);
		if (!stretches.isEmpty()) {
			records
				.forEach(message -> stretches.computeIfPresent(new TopicPartition(message.topic(), message.partition()),
						(_, stretch) -> stretch.at(message.offset() + 1)));
			showStretches();
		}
	}

	private @Nullable Heard read(ConsumerRecord<byte[], byte[]> message) {
		try {
			var trace = message.headers().lastHeader(Traces.HEADER);
			return new Heard(NotificationFormat.read(message.value()),
					(trace != null) ? new String(trace.value(), StandardCharsets.US_ASCII) : null);
		}
		catch (RuntimeException ex) {
			meters.malformed();
			log.warn("Not a notification: {}-{}@{}", message.topic(), message.partition(), message.offset());
			return null;
		}
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		switch (plan.start()) {
			case COMMITTED -> {
			}
			case SINCE -> skipOld(consumer, partitions);
			case BEGINNING -> rewind(consumer, partitions);
		}
	}

	/**
	 * Partitions never read begin shortly before the pages were begun; whatever is older
	 * is in the pages.
	 */
	private void skipOld(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		var committed = consumer.committed(Set.copyOf(partitions));
		var times = new HashMap<TopicPartition, Long>();
		partitions.stream()
			.filter(partition -> committed.get(partition) == null)
			.forEach(partition -> times.put(partition, plan.time().minus(MARGIN).toEpochMilli()));
		consumer.offsetsForTimes(times).forEach((partition, found) -> {
			if (found != null) {
				consumer.seek(partition, found.offset());
			}
			else {
				consumer.seekToEnd(List.of(partition));
			}
		});
	}

	/**
	 * Once per partition; committed at once, so that whoever goes on after a crash begins
	 * there too.
	 */
	private void rewind(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		var fresh = partitions.stream().filter(partition -> !rewound.contains(partition)).toList();
		var beginnings = consumer.beginningOffsets(fresh);
		var ends = consumer.endOffsets(fresh);
		var commits = new HashMap<TopicPartition, OffsetAndMetadata>();
		beginnings.forEach((partition, offset) -> {
			consumer.seek(partition, offset);
			commits.put(partition, new OffsetAndMetadata(offset));
			stretches.put(partition, new Stretch(offset, offset, ends.getOrDefault(partition, offset)));
		});
		consumer.commitSync(commits);
		rewound.addAll(fresh);
		showStretches();
	}

	private void showStretches() {
		long done = stretches.values().stream().mapToLong(stretch -> stretch.position() - stretch.begin()).sum();
		long total = stretches.values().stream().mapToLong(stretch -> stretch.end() - stretch.begin()).sum();
		boolean all = stretches.values().stream().allMatch(stretch -> stretch.position() >= stretch.end());
		filling.show(all ? State.DONE : State.RUNNING, Math.min(done, total), total);
		if (all) {
			stretches.clear();
		}
	}

	@Override
	public void publishEvent(ApplicationEvent event) {
		publishEvent((Object) event);
	}

	@Override
	public void publishEvent(Object event) {
		if (event instanceof ListenerContainerIdleEvent idle && idle.getTopicPartitions() != null
				&& !idle.getTopicPartitions().isEmpty() && !idle.isPaused()) {
			caughtUp.at(Instant.now());
		}
	}

	private double lag() {
		double lag = 0;
		for (var metrics : container.metrics().values()) {
			for (var metric : metrics.entrySet()) {
				if ("records-lag".equals(metric.getKey().name())
						&& metric.getValue().metricValue() instanceof Double value && value > 0) {
					lag += value;
				}
			}
		}
		return lag;
	}

	/** Is told up to what time the follower is up to date. */
	@FunctionalInterface
	interface CaughtUp {

		void at(Instant time);

	}

	/**
	 * Where partitions begin.
	 *
	 * @param time since when, for a start by time
	 */
	record Plan(Start start, Instant time) {

		enum Start {

			COMMITTED, SINCE, BEGINNING

		}

	}

	private record Stretch(long begin, long position, long end) {

		Stretch at(long offset) {
			return new Stretch(begin, Math.max(position, offset), end);
		}

	}

}
