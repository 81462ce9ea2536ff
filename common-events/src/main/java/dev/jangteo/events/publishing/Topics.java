package dev.jangteo.events.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.jangteo.events.wire.NotificationFormat;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Declares the topics of what is published: one per aggregate, compacted, so that the
 * newest notification of each subject stays for good. In the background, until it has
 * worked; where the service may not do it, somebody else has.
 */
final class Topics implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Topics.class);

	private final Map<String, Object> config;

	private final Collection<String> aggregates;

	private final PublishingSettings.Topics settings;

	private volatile boolean declared;

	private volatile @Nullable Thread thread;

	Topics(Map<String, Object> config, Collection<String> aggregates, PublishingSettings.Topics settings) {
		this.config = config;
		this.aggregates = aggregates;
		this.settings = settings;
	}

	boolean declared() {
		return declared;
	}

	@Override
	public void start() {
		var starting = Thread.ofVirtual().name("events-topics").unstarted(this::run);
		thread = starting;
		starting.start();
	}

	@Override
	public void stop() {
		Thread running = thread;
		thread = null;
		if (running != null) {
			running.interrupt();
		}
	}

	/** Before the web server starts, and until after it has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	private void run() {
		try {
			while (!declared && Thread.currentThread().equals(thread)) {
				declared = declare();
				if (!declared) {
					TimeUnit.SECONDS.sleep(1);
				}
			}
		}
		catch (InterruptedException ex) {
			log.debug("Stopped before the topics were declared");
		}
	}

	private boolean declare() throws InterruptedException {
		try (var admin = Admin.create(config)) {
			for (String aggregate : aggregates) {
				declare(admin, NotificationFormat.topic(aggregate));
			}
			return true;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof AuthorizationException) {
				log.warn("May not declare topics; they are expected to exist: {}", ex.getCause().toString());
				return true;
			}
			log.debug("Topics are not declared yet", ex);
			return false;
		}
		catch (RuntimeException ex) {
			log.debug("Topics are not declared yet", ex);
			return false;
		}
	}

	private void declare(Admin admin, String topic) throws ExecutionException, InterruptedException {
		var compacted = new NewTopic(topic, Optional.of(settings.partitions()),
				(settings.replicas() < 0) ? Optional.empty() : Optional.of(settings.replicas()))
			.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
		try {
			admin.createTopics(List.of(compacted)).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw ex;
			}
			compact(admin, topic);
		}
	}

	/**
	 * A topic that was there before, made by the broker itself or by hand, must not
	 * forget its oldest subjects.
	 */
	private static void compact(Admin admin, String topic) throws ExecutionException, InterruptedException {
		var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
		var policy = (config != null) ? config.get(TopicConfig.CLEANUP_POLICY_CONFIG) : null;
		if (policy != null && !TopicConfig.CLEANUP_POLICY_COMPACT.equals(policy.value())) {
			var compact = new AlterConfigOp(
					new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT),
					AlterConfigOp.OpType.SET);
			admin.incrementalAlterConfigs(Map.of(resource, List.of(compact))).all().get();
		}
	}

}
