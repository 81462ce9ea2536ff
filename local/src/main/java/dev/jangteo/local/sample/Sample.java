package dev.jangteo.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.jangteo.local.api.Api;
import dev.jangteo.local.api.Unexpected;
import dev.jangteo.local.platform.Progress;
import dev.jangteo.local.sample.Neighbourhood.Product;
import dev.jangteo.local.sample.Neighbourhood.Shop;
import org.jspecify.annotations.Nullable;

/**
 * Loads the sample neighbourhood once, as its owners would: through their API. Loading
 * that was interrupted is taken up again and makes nothing twice.
 */
public final class Sample {

	public static final String SHOPPER = "shopper@jangteo.local";

	public static final String OWNER = "owner1@jangteo.local";

	/**
	 * Of every sample login. The platform listens on 127.0.0.1 only.
	 */
	public static final String PASSWORD = "jangteo-sample-1";

	private static final long SEED = 20261121;

	private static final int OWNERS = 36;

	private static final int SHOPS_EACH = 9;

	private static final int PRODUCTS_EACH = 20;

	private static final int AT_ONCE = 4;

	private static final Duration STOCK_PATIENCE = Duration.ofMinutes(2);

	private final Api api;

	private final @Nullable Path mark;

	private final Progress progress;

	private final AtomicInteger shops = new AtomicInteger();

	private final AtomicInteger products = new AtomicInteger();

	public Sample(URI gateway, Path home, Progress progress) {
		this(gateway, progress, home.resolve("sample.properties"));
	}

	/**
	 * The sample of another platform, which is looked through each time.
	 */
	public Sample(URI gateway, Progress progress) {
		this(gateway, progress, null);
	}

	private Sample(URI gateway, Progress progress, @Nullable Path mark) {

		this.api = Api.at(gateway).patient();
		this.mark = mark;
		this.progress = progress;
	}

	/**
	 * Loads what is not there yet.
	 */
	public void load() {

		if (this.mark != null && Files.exists(this.mark)) {
			return;
		}

		var start = Instant.now();
		this.progress.says("Loading the sample neighbourhood through the owner API: %d shops with %d products"
			.formatted(OWNERS * SHOPS_EACH, OWNERS * SHOPS_EACH * PRODUCTS_EACH));

		var neighbourhood = new Neighbourhood(SEED).shops(OWNERS * SHOPS_EACH, PRODUCTS_EACH);

		register(SHOPPER, "김서연", "SHOPPER");

		try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {

			CompletableFuture
				.allOf(IntStream.range(0, OWNERS)
					.mapToObj((owner) -> CompletableFuture.runAsync(
							() -> loadOwner(owner, neighbourhood.subList(owner * SHOPS_EACH, (owner + 1) * SHOPS_EACH)),
							threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		catch (CompletionException e) {
			throw (e.getCause() instanceof Unexpected unexpected) ? unexpected
					: new Unexpected(String.valueOf(e.getMessage()), e);
		}

		remember();
		this.progress.says("  %d shops, %d products in %d s".formatted(this.shops.get(), this.products.get(),
				Duration.between(start, Instant.now()).toSeconds()));
	}

	private void loadOwner(int number, List<Shop> neighbourhood) {

		var email = "owner%d@jangteo.local".formatted(number + 1);
		register(email, "사장님 " + (number + 1), "OWNER");

		var owner = this.api.login(email, PASSWORD);
		var known = known(owner, "/api/v1/owner/shops", "name");

		for (Shop shop : neighbourhood) {

			var id = known.get(shop.name());

			if (id == null) {
				id = owner.post("/api/v1/owner/shops", shop.form()).expect(201).text("id");
			}

			loadProducts(owner, id, shop.products());

			var done = this.shops.incrementAndGet();
			if (done % 54 == 0) {
				this.progress.says("  %d of %d shops".formatted(done, OWNERS * SHOPS_EACH));
			}
		}
	}

	private void loadProducts(Api owner, String shop, List<Product> goods) {

		var path = "/api/v1/owner/shops/%s/products".formatted(shop);
		var known = known(owner, path, "externalId");
		var limited = new HashMap<String, Integer>();

		for (Product product : goods) {

			var id = known.get(product.externalId());

			if (id == null) {
				id = owner.post(path, product.form()).expect(201).text("id");
			}

			if (product.stock() != Product.UNLIMITED) {
				limited.put(id, product.stock());
			}

			this.products.incrementAndGet();
		}

		limited.forEach((id, stock) -> limit(owner, id, stock));
	}

	// The stock is another service's, which hears of a new product a moment later.
	private static void limit(Api owner, String product, int stock) {

		var path = "/api/v1/owner/products/%s/stock".formatted(product);
		var deadline = Instant.now().plus(STOCK_PATIENCE);

		while (true) {

			var answer = owner.send("PUT", path, Map.of("quantity", stock), Map.of());

			if (answer.status() != 404 || Instant.now().isAfter(deadline)) {
				answer.expect(200);
				return;
			}

			try {
				TimeUnit.MILLISECONDS.sleep(200);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Unexpected("Interrupted", e);
			}
		}
	}

	private void register(String email, String name, String role) {
		// 409: an earlier, interrupted loading was here.
		this.api.post("/api/v1/members", Map.of("email", email, "password", PASSWORD, "name", name, "role", role))
			.expect(201, 409);
	}

	private static Map<String, String> known(Api owner, String path, String key) {

		var known = new HashMap<String, String>();
		var cursor = "";

		do {

			var page = owner.get(path + "?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200);
			page.body()
				.path("items")
				.forEach((item) -> known.put(item.path(key).stringValue(""), item.path("id").stringValue("")));
			cursor = page.text("nextCursor");
		}
		while (!cursor.isEmpty());

		return known;
	}

	private void remember() {

		if (this.mark == null) {
			return;
		}

		try {
			Files.writeString(this.mark,
					"seed=%d%nshops=%d%nproducts=%d%n".formatted(SEED, this.shops.get(), this.products.get()));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

}
