package dev.jangteo.events.publishing;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is published, and how.
 *
 * @param source source of all notifications; the application's name if not set
 * @param publishes the aggregates published
 * @param topics how missing topics are made
 * @param relay the relay
 */
@ConfigurationProperties("jangteo.events")
record PublishingSettings(@Nullable String source, @DefaultValue Set<String> publishes, @DefaultValue Topics topics,
		@DefaultValue Relay relay) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");

	PublishingSettings {
		publishes.forEach(PublishingSettings::requireName);
	}

	static String requireName(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("Not a name of an aggregate or a change: " + name);
		}
		return name;
	}

	/**
	 * How topics are declared.
	 *
	 * @param partitions number of partitions
	 * @param replicas number of replicas; -1 for the broker's default
	 */
	record Topics(@DefaultValue("4") int partitions, @DefaultValue("-1") short replicas) {
	}

	/**
	 * How the log is sent and kept.
	 *
	 * @param enabled whether this process may become the relay
	 * @param batch rows read and sent at once
	 * @param idlePoll how often an idle relay looks for what other processes appended
	 * @param standbyPoll how often a process standing by tries to take over
	 * @param takeover after how long without a sign of life the database frees the active
	 * relay's lock
	 * @param attempts how often a row is refused, while Kafka answers, before it is
	 * parked
	 * @param retention how long rows are kept once sent; whole days
	 * @param daysAhead for how many days partitions are made in advance
	 */
	record Relay(@DefaultValue("true") boolean enabled, @DefaultValue("2000") int batch,
			@DefaultValue("50ms") Duration idlePoll, @DefaultValue("500ms") Duration standbyPoll,
			@DefaultValue("4s") Duration takeover, @DefaultValue("3") int attempts,
			@DefaultValue("7d") Duration retention, @DefaultValue("7") int daysAhead) {
	}

}
