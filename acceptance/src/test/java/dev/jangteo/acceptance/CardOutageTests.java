package dev.jangteo.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.jangteo.acceptance.CardShoppers.Waited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Something dies while shoppers pay by card, and comes back: in the end the provider,
 * payments, ledger and orders agree to the won. {@code -Djangteo.outage.seconds=60} lets
 * it be away for a minute.
 */
class CardOutageTests {

	private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("jangteo.outage.seconds", 5));

	/** On a busy machine, too; no call to the provider may take as long. */
	private static final Duration QUICK = Duration.ofSeconds(3);

	private static final Duration SETTLED = Duration.ofMinutes(2);

	private static final int SHOPPERS = 4;

	private static final int AT_THE_DOOR = 3;

	private static final int PAID_BEFORE = 20;

	private final Stage stage = Stage.set();

	@ParameterizedTest
	@ValueSource(strings = { "payment-service", "kafka", "order-service" })
	void whatDiesUnderCardsLeavesNoWonOutOfPlace(String dead) throws InterruptedException {

		var here = Neighbourhood.open(this.stage);
		var shoppers = CardShoppers.at(this.stage, here, SHOPPERS);

		await().atMost(Duration.ofSeconds(60)).until(() -> shoppers.orders().size() > PAID_BEFORE);
		this.stage.part(dead).kill();
		pass(OUTAGE);
		this.stage.part(dead).start();
		pass(Duration.ofSeconds(2));
		shoppers.finish();

		agree(shoppers);
	}

	@Test
	void whileTheProviderIsDeadPeopleOrderAtTheDoorAndCardsAreAnsweredAtOnce() throws Exception {

		var here = Neighbourhood.open(this.stage);
		var shoppers = CardShoppers.at(this.stage, here, SHOPPERS);

		await().atMost(Duration.ofSeconds(60)).until(() -> shoppers.orders().size() > PAID_BEFORE);
		this.stage.part("provider-sandbox").kill();

		var start = Instant.now();
		var slowest = orderAtTheDoor(here);

		assertThat(slowest).isLessThan(QUICK);
		assertThat(shoppers.since(start)).filteredOn((waited) -> waited.what().equals("order"))
			.extracting(Waited::status)
			.as("a card order is refused at once, and the way on is named")
			.contains(503);
		assertThat(shoppers.since(start)).extracting(Waited::time)
			.as("nobody waits for a dead provider")
			.allMatch((time) -> time.compareTo(QUICK) < 0);

		this.stage.part("provider-sandbox").start();
		pass(Duration.ofSeconds(2));
		shoppers.finish();

		await("nothing is unknown").atMost(SETTLED).until(() -> Agreement.unknown(this.stage) == 0);
		agree(shoppers);
	}

	private Duration orderAtTheDoor(Neighbourhood here) throws Exception {

		var end = Instant.now().plus(OUTAGE);
		var waits = new ArrayList<Future<Duration>>();

		try (var threads = Executors.newFixedThreadPool(AT_THE_DOOR)) {

			Callable<Duration> neighbour = () -> {

				var slowest = Duration.ZERO;

				while (Instant.now().isBefore(end)) {
					var start = Instant.now();
					here.order(UUID.randomUUID().toString()).expect(201);
					var waited = Duration.between(start, Instant.now());
					slowest = (waited.compareTo(slowest) > 0) ? waited : slowest;
					pass(Duration.ofMillis(100));
				}

				return slowest;
			};

			for (int i = 0; i < AT_THE_DOOR; i++) {
				waits.add(threads.submit(neighbour));
			}
		}

		var slowest = Duration.ZERO;

		for (Future<Duration> wait : waits) {
			slowest = (wait.get().compareTo(slowest) > 0) ? wait.get() : slowest;
		}

		return slowest;
	}

	private void agree(CardShoppers shoppers) {

		await().atMost(SETTLED)
			.pollInterval(Duration.ofMillis(500))
			.untilAsserted(
					() -> assertThat(Agreement.read(this.stage).broken(shoppers.orders())).as("orders out of place")
						.isEmpty());
		assertThat(Agreement.read(this.stage).orders().values()).extracting(Agreement.Ordered::status)
			.contains("PLACED", "CANCELLED");
	}

	private static void pass(Duration time) {
		await().atMost(time.plusSeconds(10)).pollDelay(time).until(() -> true);
	}

}
