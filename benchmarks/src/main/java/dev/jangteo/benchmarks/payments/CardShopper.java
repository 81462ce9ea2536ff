package dev.jangteo.benchmarks.payments;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Http;
import dev.jangteo.benchmarks.platform.Neighbourhood;
import dev.jangteo.benchmarks.platform.Neighbourhood.Shop;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;

/**
 * Orders by card, pays, and waits until the shop has the order.
 */
public final class CardShopper {

	private static final long LOOK_MILLIS = 5;

	private static final long LIMIT_NANOS = 30_000_000_000L;

	private final Platform platform;

	public CardShopper(Platform platform) {
		this.platform = platform;
	}

	/**
	 * Buys one dish.
	 * @return nanoseconds from ordering until the order was seen placed, without the time
	 * in the provider's pages
	 */
	public long buy(Shop shop) throws InterruptedException {
		String token = this.platform.tokens().of(UUID.randomUUID(), "SHOPPER");
		int total = total(shop);
		long start = System.nanoTime();
		Http.Answer order = order(shop, token);
		if (order.status() != 201) {
			throw new Unmeasurable("A card order was answered %d: %s".formatted(order.status(), order.body()));
		}
		UUID id = UUID.fromString(order.body().required("id").asString());
		long leaves = System.nanoTime();
		String key = this.platform.provider().widget(id, total);
		long away = System.nanoTime() - leaves;
		Http.Answer paid = confirm(id, key, total, token);
		if (paid.status() != 200) {
			throw new Unmeasurable("A payment was answered %d: %s".formatted(paid.status(), paid.body()));
		}
		awaitPlaced(id, token);
		return System.nanoTime() - start - away;
	}

	/**
	 * Orders and goes through the provider's pages; all that is left is to confirm.
	 */
	public Chosen choose(Shop shop) {
		String token = this.platform.tokens().of(UUID.randomUUID(), "SHOPPER");
		UUID order = UUID.fromString(order(shop, token).body().required("id").asString());
		return new Chosen(order, this.platform.provider().widget(order, total(shop)), total(shop), token);
	}

	/**
	 * Confirms, and does not mind when cards are away.
	 */
	public void tryToPay(Chosen chosen) {
		confirm(chosen.order(), chosen.key(), chosen.total(), chosen.token());
	}

	/**
	 * Orders, and does not mind when cards are away.
	 */
	public void tryToOrder(Shop shop) {
		order(shop, this.platform.tokens().of(UUID.randomUUID(), "SHOPPER"));
	}

	/**
	 * An order whose card is chosen.
	 *
	 * @param key with which the payment is confirmed
	 */
	public record Chosen(UUID order, String key, int total, String token) {
	}

	private Http.Answer order(Shop shop, String token) {
		return this.platform.http()
			.send("POST", this.platform.service(Part.ORDER).resolve("/api/v1/orders"), token,
					Map.of("shopId", shop.id(), "lines",
							List.of(Map.of("productId", shop.products().getFirst().id(), "quantity", 1)), "delivery",
							Map.of("address", "서울 마포구 성산로 20", "detail", "301호", "location", Neighbourhood.door(),
									"phone", "010-1234-5678"),
							"paymentMethod", "CARD", "expectedTotal", Neighbourhood.won(total(shop))),
					"Idempotency-Key", UUID.randomUUID().toString());
	}

	private Http.Answer confirm(UUID order, String key, int total, String token) {
		return this.platform.http()
			.send("POST", this.platform.service(Part.PAYMENT).resolve("/api/v1/payments/confirmations"), token,
					Map.of("paymentKey", key, "orderId", order, "amount", Neighbourhood.won(total)), "Idempotency-Key",
					UUID.randomUUID().toString());
	}

	private void awaitPlaced(UUID order, String token) throws InterruptedException {
		URI address = this.platform.service(Part.ORDER).resolve("/api/v1/orders/" + order);
		long end = System.nanoTime() + LIMIT_NANOS;
		while (!this.platform.http().get(address, token).body().path("status").asString("").equals("PLACED")) {
			if (System.nanoTime() > end) {
				throw new Unmeasurable("An order was paid and not placed within 30 s.");
			}
			Thread.sleep(LOOK_MILLIS);
		}
	}

	/**
	 * What a shopper pays for the first dish of a shop.
	 */
	static int total(Shop shop) {
		return shop.products().getFirst().price() + Neighbourhood.DELIVERY_FEE;
	}

}
