package dev.jangteo.order;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.jangteo.events.Follower;
import dev.jangteo.events.UuidV7;
import dev.jangteo.order.ordering.CardPayments;
import dev.jangteo.order.ordering.Sweep;
import dev.jangteo.order.support.Cards;
import dev.jangteo.order.support.Notices;
import dev.jangteo.order.support.ServiceTests;
import dev.jangteo.order.support.Terminal;
import dev.jangteo.testing.Calls.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CardOrderTests extends ServiceTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private CardPayments cardPayments;

	private UUID shop;

	private UUID product;

	@BeforeEach
	void aShopWithThreePizzas() {
		NEIGHBOURS.answer(Cards.PATH, Cards.CAN_BE_CHARGED);
		await().until(cardPayments::areAvailable);
		shop = aShop();
		product = aProduct(shop, 18000);
		owner().put("/api/v1/owner/products/" + product + "/stock", Map.of("quantity", 3));
	}

	@AfterEach
	void cardsCannotBeCharged() {
		NEIGHBOURS.answer(Cards.PATH, Cards.CANNOT_BE_CHARGED);
	}

	@Test
	void aCardOrderWaitsUnseenForItsPaymentAndIsPlacedThen() {
		try (var terminal = Terminal.open(owner(), "/api/v1/owner/orders/stream?shopId=" + shop)) {
			await().until(terminal::isReady);
			var placed = placeByCard();
			var order = placed.at("id");

			assertThat(placed.at("status")).isEqualTo("PENDING_PAYMENT");
			assertThat(placed.body().at("/payment").isNull()).isTrue();
			assertThat(Duration.between(Instant.parse(placed.at("placedAt")), Instant.parse(placed.at("expiresAt"))))
				.isEqualTo(Duration.ofMinutes(10));
			assertThat(available()).isEqualTo(2);
			assertThat(owner().get("/api/v1/owner/orders/" + order).status()).isEqualTo(404);
			assertThat(owner().get("/api/v1/owner/orders?shopId=" + shop).body().at("/items")).isEmpty();
			assertThat(owner().post("/api/v1/owner/orders/" + order + "/acceptance", Map.of("minutes", 5)).status())
				.isEqualTo(404);

			pays(order, UuidV7.next(), 1, "APPROVED", 20000, "NONE");

			await().untilAsserted(() -> assertThat(terminal.seen()).containsExactly("ready", order + " PLACED"));
			assertThat(shows(order)).isEqualTo("PLACED APPROVED NONE");
			assertThat(owner().get("/api/v1/owner/orders/" + order).at("payment.status")).isEqualTo("APPROVED");
			assertThat(available()).isEqualTo(2);
		}
	}

	@Test
	void aDeclinedPaymentIsShownAndAnotherOneMayFollow() {
		var order = placeByCard().at("id");

		pays(order, UuidV7.next(), 1, "DECLINED", 20000, "NONE");
		await().until(() -> shows(order).equals("PENDING_PAYMENT DECLINED NONE"));
		pays(order, UuidV7.next(), 1, "APPROVED", 20000, "NONE");

		await().until(() -> shows(order).equals("PLACED APPROVED NONE"));
	}

	@Test
	void anUnpaidOrderExpiresGivesItsStockBackAndALatePaymentIsRefunded() {
		var order = placeByCard().at("id");
		var payment = UuidV7.next();
		pays(order, payment, 1, "UNKNOWN", 20000, "NONE");
		await().until(() -> shows(order).equals("PENDING_PAYMENT UNKNOWN NONE"));

		timeIsOver(order);
		Sweep.of(context).run();
		assertThat(shows(order)).isEqualTo("EXPIRED UNKNOWN NONE");
		assertThat(available()).isEqualTo(3);

		pays(order, payment, 2, "APPROVED", 20000, "NONE");
		await().until(() -> shows(order).equals("EXPIRED APPROVED REQUESTED"));
		assertThat(owner().get("/api/v1/owner/orders/" + order).at("status")).isEqualTo("EXPIRED");

		pays(order, payment, 3, "REFUNDED", 20000, "DONE");
		await().until(() -> shows(order).equals("EXPIRED REFUNDED DONE"));
		assertThat(available()).isEqualTo(3);
	}

	@Test
	void theShopperSeesThePaymentOfARejectedOrderGoBack() {
		var order = placeByCard().at("id");
		var payment = UuidV7.next();
		pays(order, payment, 1, "APPROVED", 20000, "NONE");
		await().until(() -> shows(order).equals("PLACED APPROVED NONE"));

		try (var stream = Terminal.open(shopper(), "/api/v1/orders/" + order + "/stream")) {
			var rejected = owner().post("/api/v1/owner/orders/" + order + "/rejection", Map.of("reason", "TOO_BUSY"));
			assertThat(rejected.at("payment.refund")).isEqualTo("REQUESTED");
			assertThat(available()).isEqualTo(3);

			pays(order, payment, 2, "REFUNDED", 20000, "DONE");

			await().until(stream::hasEnded);
			assertThat(stream.events().getLast().data().at("/payment/refund").asString()).isEqualTo("DONE");
		}
	}

	@Test
	void theShopperMayCancelWhatIsNotYetPaid() {
		var order = placeByCard().at("id");

		assertThat(shopper().post("/api/v1/orders/" + order + "/cancellation", "").at("status")).isEqualTo("CANCELLED");
		assertThat(available()).isEqualTo(3);

		pays(order, UuidV7.next(), 1, "APPROVED", 20000, "NONE");
		await().until(() -> shows(order).equals("CANCELLED APPROVED REQUESTED"));
	}

	@Test
	void anotherSumThanTheTotalPlacesNothing() {
		var order = placeByCard().at("id");

		pays(order, UuidV7.next(), 1, "APPROVED", 2000, "NONE");

		await().until(() -> shows(order).equals("PENDING_PAYMENT APPROVED NONE"));
	}

	@Test
	void doubledAndLateNotificationsChangeNothing() {
		var order = placeByCard().at("id");
		var payment = UuidV7.next();
		pays(order, payment, 2, "APPROVED", 20000, "NONE");
		await().until(() -> shows(order).equals("PLACED APPROVED NONE"));
		var version = shopper().get("/api/v1/orders/" + order).at("version");

		pays(order, payment, 2, "APPROVED", 20000, "NONE");
		pays(order, payment, 1, "REQUESTED", 20000, "NONE");
		var marker = placeByCard().at("id");
		pays(marker, UuidV7.next(), 1, "APPROVED", 20000, "NONE");
		await().until(() -> shows(marker).equals("PLACED APPROVED NONE"));

		assertThat(shows(order)).isEqualTo("PLACED APPROVED NONE");
		assertThat(shopper().get("/api/v1/orders/" + order).at("version")).isEqualTo(version);
	}

	@Test
	void anOrderIsPaidOrExpiredWhoeverRaces() {
		owner().put("/api/v1/owner/products/" + product + "/stock", Map.of("quantity", 30));
		var orders = Stream.generate(() -> placeByCard().at("id")).limit(20).toList();
		orders.forEach(this::timeIsOver);

		var sweep = CompletableFuture.runAsync(Sweep.of(context));
		orders.forEach((order) -> pays(order, UuidV7.next(), 1, "APPROVED", 20000, "NONE"));
		sweep.join();

		await().untilAsserted(() -> assertThat(orders).extracting(this::shows)
			.containsAnyOf("PLACED APPROVED NONE", "EXPIRED APPROVED REQUESTED")
			.isSubsetOf("PLACED APPROVED NONE", "EXPIRED APPROVED REQUESTED"));
		var placed = orders.stream().filter((order) -> shows(order).startsWith("PLACED")).count();
		assertThat(available()).isEqualTo(30 - placed);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "CAN_BE_CHARGED")
	void whileCardsCannotBeChargedTheShopperHearsItWithinASecondAndNothingIsHeld(Cards cards) {
		NEIGHBOURS.answer(Cards.PATH, cards);
		var start = System.nanoTime();

		var refused = placeByCard();

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.at("type")).endsWith("/card-payment-unavailable");
		assertThat(refused.at("alternatives.0")).isEqualTo("PAY_ON_DELIVERY");
		assertThat(refused.header("Retry-After")).isNotEmpty();
		assertThat(available()).isEqualTo(3);
		assertThat(shopper().get("/api/v1/orders").body().at("/items")).isEmpty();
		assertThat(place(shop, product, 1).status()).as("at the door").isEqualTo(201);
	}

	@Test
	void aSilentPaymentServiceTakesNothingFromOrdersAtTheDoor() {
		owner().put("/api/v1/owner/products/" + product + "/stock", Map.of("quantity", 20));
		NEIGHBOURS.answer(Cards.PATH, Cards.SAY_NOTHING);
		var cards = inBackground(100, this::placeByCard);

		var atTheDoor = inBackground(20, () -> place(shop, product, 1));

		assertThat(atTheDoor).extracting((reply) -> reply.join().status()).containsOnly(201);
		assertThat(cards).extracting((reply) -> reply.join().status()).containsOnly(503);
		assertThat(available()).isZero();
	}

	@Test
	void onlyTheFieldsInUseAreKept() {
		var order = placeByCard().at("id");
		var payment = UuidV7.next();
		pays(order, payment, 1, "APPROVED", 20000, "NONE");
		await().until(() -> shows(order).startsWith("PLACED"));

		assertThat(jdbc.sql("select terms::text from copied_payments where id = ?")
			.param(payment)
			.query(String.class)
			.single()).contains("APPROVED").doesNotContain("memberId", "decline", "approvedAt");
	}

	@Test
	void aPaymentThatIsGoneLeavesATombstone() {
		@SuppressWarnings("unchecked")
		var payments = (Follower<Object>) context.getBean("paymentFollower", Follower.class);
		var payment = UuidV7.next();

		payments.remove(payment, 3);

		assertThat(payments.versions(List.of(payment))).isEqualTo(Map.of(payment, 3L));
		assertThat(payments.versionIndex().versions(Byte.toUnsignedInt((byte) payment.getLeastSignificantBits())))
			.doesNotContainKey(payment);
	}

	private static List<CompletableFuture<Reply>> inBackground(int times, Supplier<Reply> call) {
		return Stream.generate(() -> {
			var reply = new CompletableFuture<Reply>();
			Thread.ofVirtual().start(() -> reply.complete(call.get()));
			return reply;
		}).limit(times).toList();
	}

	private Reply placeByCard() {
		var order = new HashMap<>(order(shop, product, 1));
		order.put("paymentMethod", "CARD");
		return shopper().post("/api/v1/orders", order, UUID.randomUUID().toString());
	}

	private String shows(String order) {
		var reply = shopper().get("/api/v1/orders/" + order);
		return "%s %s %s".formatted(reply.at("status"), reply.at("payment.status"), reply.at("payment.refund"));
	}

	private int available() {
		return owner().get("/api/v1/owner/products/" + product + "/stock").body().at("/quantity").asInt();
	}

	private void timeIsOver(String order) {
		jdbc.sql("update orders set expires_at = now() - interval '1 second' where id = ?::uuid").param(order).update();
	}

	/** Payment-service has something new about a payment. */
	private void pays(String order, UUID payment, long version, String status, long amount, String refundState) {
		var sum = Map.of("amount", amount, "currency", "KRW");
		NEIGHBOURS.put("payment", payment, version,
				Map.of("id", payment, "orderId", order, "memberId", shopperId, "status", status, "amount", sum,
						"refunded", Map.of("amount", 0, "currency", "KRW"), "refundState", refundState));
		Notices.send("payment-service", "payment", payment, version);
	}

}
