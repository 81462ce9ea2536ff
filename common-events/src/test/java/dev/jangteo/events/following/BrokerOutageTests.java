package dev.jangteo.events.following;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.jangteo.events.things.Broker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BrokerOutageTests extends FollowingTest {

	AtomicBoolean writing = new AtomicBoolean(true);

	AtomicInteger written = new AtomicInteger();

	@AfterEach
	void bringBack() {
		writing.set(false);
		Broker.SERVER.start();
		await().until(() -> !broker.away());
	}

	@Test
	void withKafkaAwayAppendsGoOnTheFeedIsReadAndBothReturnToTheOwnersState() {
		long seed = new Random().nextLong();
		System.out.println("BrokerOutageTests seed " + seed);
		var before = things.make("before");
		await().untilAsserted(() -> assertThat(copy.all()).containsKey(before));
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.submit(() -> write(new Random(seed)));
			int normal = writtenIn(Duration.ofSeconds(3));

			Broker.SERVER.kill();
			await().pollInterval(Duration.ofMillis(50)).until(broker::away);
			await().untilAsserted(() -> assertThat(gauge("consumer.feed", "thing_copy")).isEqualTo(1));
			int without = writtenIn(Duration.ofSeconds(3));
			System.out.println(normal + " appends in 3 s with Kafka, " + without + " without");
			assertThat(without).isGreaterThan(normal / 2);

			var during = things.make("during");
			await().untilAsserted(() -> assertThat(copy.all()).containsKey(during));
			assertThat(broker.away()).isTrue();

			Broker.SERVER.start();
			await().until(() -> !broker.away());
			await().untilAsserted(() -> assertThat(gauge("consumer.feed", "thing_copy")).isZero());
			writing.set(false);
		}
		await().untilAsserted(() -> assertThat(unsent()).isZero());
		await().untilAsserted(() -> assertThat(copy.all()).isEqualTo(things.all()));
		var after = things.make("after");
		await().untilAsserted(() -> assertThat(copy.all()).containsKey(after));
	}

	private void write(Random random) {
		var ids = new ConcurrentLinkedDeque<UUID>();
		while (writing.get()) {
			if (ids.size() < 50 || random.nextInt(4) == 0) {
				ids.add(things.make("made"));
			}
			else {
				var id = ids.removeFirst();
				if (random.nextInt(10) == 0) {
					things.delete(id);
				}
				else {
					things.change(id, "changed " + random.nextInt());
					ids.addLast(id);
				}
			}
			written.incrementAndGet();
		}
	}

	private int writtenIn(Duration duration) {
		int before = written.get();
		await().pollDelay(duration).timeout(duration.plusSeconds(30)).until(() -> true);
		return written.get() - before;
	}

	private long unsent() {
		return jdbc.sql("""
				select count(*) from notification_log where position > (select position from notification_cursor)
				""").query(Long.class).single();
	}

}
