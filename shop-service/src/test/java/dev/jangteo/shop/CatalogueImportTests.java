package dev.jangteo.shop;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CatalogueImportTests extends ShopServiceTests {

	private static final String HEADING = "id\ttitle\tdescription\tlink\timage_link\tavailability\tprice\tbrand\tgtin"
			+ "\tproduct_type\tcolour\n";

	private static final int MANY = 30_000;

	@AfterEach
	void storageIsBack() {
		STORAGE.start();
	}

	@Test
	void goodRowsBecomeProductsAndBadOnesAreReported() {

		var shop = aShop();
		var done = imported(shop, "partial", HEADING + row("A", "Apple", "1000 KRW") + row("B", "Bread", "free")
				+ row("", "Cheese", "3000 KRW") + "D\tshort\n" + row("E", "Eggs", "5,000"));

		assertThat(done.path("status").asString()).isEqualTo("SUCCEEDED");
		assertThat(done.path("rows").asInt()).isEqualTo(5);
		assertThat(done.path("created").asInt()).isEqualTo(2);
		assertThat(done.path("rejected").asInt()).isEqualTo(3);
		assertThat(done.path("progress").asDouble()).isEqualTo(1);

		var errors = this.owner.get(path(shop, done) + "/errors?limit=2").body();
		assertThat(errors.path("items").path(0).path("line").asInt()).isEqualTo(3);
		assertThat(errors.path("items").path(0).path("column").asString()).isEqualTo("price");
		assertThat(errors.path("items").path(0).path("value").asString()).isEqualTo("free");
		assertThat(errors.path("items").path(1).path("column").asString()).isEqualTo("id");

		var rest = this.owner.get(path(shop, done) + "/errors?limit=2&cursor=" + errors.path("nextCursor").asString())
			.body();
		assertThat(rest.path("items")).hasSize(1);
		assertThat(rest.path("items").path(0).path("line").asInt()).isEqualTo(5);
		assertThat(rest.path("items").path(0).path("reason").asString()).contains("2 columns");

		var apple = products(shop).get("A");
		assertThat(apple.path("price").path("amount").asInt()).isEqualTo(1000);
		assertThat(apple.path("categoryPath")).hasSize(2);
		assertThat(apple.path("version").asLong()).isEqualTo(1);
		assertThat(notifications("product", apple.path("id").asString())).containsExactly(1L);
	}

	@Test
	void theSameFileAgainChangesNothingAndTellsNobody() {

		var shop = aShop();
		var file = HEADING + row("A", "Apple", "1000 KRW") + row("B", "Bread", "2000 KRW");

		imported(shop, "partial", file);
		var again = imported(shop, "partial", file);

		assertThat(again.path("unchanged").asInt()).isEqualTo(2);
		products(shop).values()
			.forEach(
					product -> assertThat(notifications("product", product.path("id").asString())).containsExactly(1L));
	}

	@Test
	void theSameIdAgainUpdatesAndKeepsOptions() {

		var shop = aShop();
		var byHand = id(aProduct(shop));
		var done = imported(shop, "partial", HEADING + row("SKU-1", "Margherita", "17000 KRW"));

		assertThat(done.path("updated").asInt()).isEqualTo(1);

		var product = this.owner.get("/api/v1/owner/products/" + byHand).body();
		assertThat(product.path("version").asLong()).isEqualTo(2);
		assertThat(product.path("price").path("amount").asInt()).isEqualTo(17000);
		assertThat(product.path("optionGroups")).hasSize(1);
	}

	@Test
	void ofTwoRowsWithOneIdTheLaterCounts() {

		var shop = aShop();
		imported(shop, "partial", HEADING + row("A", "Apple", "1000 KRW") + row("A", "Apricot", "1500 KRW"));

		assertThat(products(shop).get("A").path("title").asString()).isEqualTo("Apricot");
	}

	@Test
	void aFullImportRemovesWhatIsMissing() {

		var shop = aShop();
		var byHand = this.owner
			.post(shop + "/products", with(Samples.PRODUCT, Map.of("externalId", "null", "title", "\"By hand\"")))
			.body();
		imported(shop, "partial",
				HEADING + row("A", "Apple", "1000 KRW") + row("B", "Bread", "2000 KRW") + row("C", "Cheese", "3 KRW"));
		var bread = products(shop).get("B").path("id").asString();

		var done = imported(shop, "full", HEADING + row("A", "Apple", "1000 KRW") + row("C", "Cheese", "dear"));

		assertThat(done.path("removed").asInt()).isEqualTo(1);
		// A typing error in its price does not cost the cheese.
		assertThat(products(shop)).containsOnlyKeys("A", "C", byHand.path("id").asString());
		assertThat(notifications("product", bread)).containsExactly(1L, 2L);
	}

	@Test
	void aFullImportWithoutAGoodRowRemovesNothing() {

		var shop = aShop();
		imported(shop, "partial", HEADING + row("A", "Apple", "1000 KRW"));

		assertThat(failure(shop, "full", "text/tab-separated-values", bytes(HEADING))).contains("no usable row");
		assertThat(products(shop)).containsOnlyKeys("A");
	}

	@Test
	void csvAndRssAreUnderstoodAsWell() {

		var shop = aShop();
		var csv = ended(shop, upload(shop, "partial", "text/csv; charset=utf-8",
				bytes("id,title,price\nA,\"Apple, red\",1000 KRW\n")));
		var rss = ended(shop, upload(shop, "partial", "application/rss+xml", bytes("""
				<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
				<item><g:id>B</g:id><g:title>Bread</g:title><g:price>2000 KRW</g:price></item>
				</channel></rss>
				""")));

		assertThat(csv.path("created").asInt() + rss.path("created").asInt()).isEqualTo(2);
		assertThat(products(shop)).containsOnlyKeys("A", "B");
	}

	@Test
	void filesThatCannotBeReadFailWithAReason() {

		var shop = aShop();
		var tsv = "text/tab-separated-values";

		assertThat(failure(shop, "partial", "text/xml", bytes("""
				<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
				<rss><channel><item><title>&x;</title></item></channel></rss>
				"""))).contains("document type declarations are not accepted");
		assertThat(failure(shop, "partial", "text/csv",
				"id,title,price\nA,피자,1 KRW\n".getBytes(Charset.forName("EUC-KR"))))
			.isEqualTo("Line 2: the file is not in UTF-8 as it should be; save it in UTF-8");
		assertThat(failure(shop, "partial", tsv, bytes("a\tb\n1\t2\n"))).contains("the heading has no column id");
		assertThat(failure(shop, "partial", "application/xml", bytes("{}"))).contains("Line 1: ");
	}

	@Test
	void uploadsThatMakeNoSenseAreRefused() {

		var shop = aShop();
		var imports = shop + "/catalog-imports";
		var csv = bytes("id,title,price\nA,a,1 KRW\n");

		assertThat(upload(shop, "sideways", "text/csv", csv).problem()).isEqualTo("400 invalid-request mode");
		assertThat(upload(shop, "full", "text/csv", new byte[0]).problem()).isEqualTo("400 invalid-request body");
		assertThat(upload(shop, "full", "application/json", csv).status()).isEqualTo(415);
		assertThat(upload(shop, "full", "text/csv; charset=euc-kr", csv).status()).isEqualTo(415);
		assertThat(upload(shop, "full", "text/csv; charset=klingon", csv).status()).isIn(400, 415);
		assertThat(anOwner().post(imports, BodyPublishers.ofByteArray(csv), "Content-Type", "text/csv").problem())
			.isEqualTo("404 not-found");
		assertThat(this.owner.get(imports + "/" + UUID.randomUUID()).problem()).isEqualTo("404 not-found");
		assertThat(this.owner.get(imports + "?cursor=abc").problem()).isEqualTo("400 invalid-request cursor");
		assertThat(this.owner.get(imports).body().path("items")).isEmpty();
	}

	@Test
	void filesThatAreTooLargeAreRefused() {

		var shop = aShop();
		var tooLarge = new byte[20 * 1024 * 1024 + 1];

		assertThat(upload(shop, "full", "text/csv", tooLarge).status()).isEqualTo(413);
		assertThat(this.owner.get(shop + "/catalog-imports").body().path("items")).isEmpty();
	}

	@Test
	void streamsThatTurnOutTooLargeAreRefused() {

		var shop = aShop();
		var piece = new byte[1024 * 1024];
		var stream = BodyPublishers
			.ofByteArrays(IntStream.range(0, 21).mapToObj(_ -> piece).collect(Collectors.toList()));

		assertThat(this.owner.post(shop + "/catalog-imports", stream, "Content-Type", "text/csv").status())
			.isEqualTo(413);
		assertThat(this.owner.get(shop + "/catalog-imports").body().path("items")).isEmpty();
	}

	@Test
	void aLargeImportIsStoppedResumedTakenOverAndLosesNothing() {

		var shop = aShop();
		var started = upload(shop, "full", "text/tab-separated-values", bytes(many()));
		assertThat(started.status()).isEqualTo(202);
		var path = path(shop, started.body());

		assertThat(upload(shop, "full", "text/csv", bytes("id")).problem()).isEqualTo("409 import-running");

		await().atMost(Duration.ofSeconds(30)).until(() -> this.owner.get(path).body().path("rows").asInt() > 0);
		var stopped = this.owner.post(path + "/stop", "").body();
		assertThat(stopped.path("status").asString()).isEqualTo("STOPPED");
		assertThat(stopped.path("rows").asInt()).isBetween(1, MANY - 1);

		// As a crashed instance would have left it.
		this.jdbc.sql("""
				update catalog_import set status = 'RUNNING', lease_owner = :other, ended_at = null,
				  lease_until = now() + interval '1 second'
				where id = :id
				""").param("other", UUID.randomUUID()).param("id", UUID.fromString(id(path))).update();
		var rows = this.owner.get(path).body().path("rows").asInt();
		await().atMost(Duration.ofSeconds(30)).until(() -> this.owner.get(path).body().path("rows").asInt() > rows);

		this.owner.post(path + "/stop", "");
		assertThat(this.owner.post(path + "/resume", "").body().path("status").asString()).isIn("QUEUED", "RUNNING");

		var done = ended(shop, started);
		assertThat(done.path("status").asString()).isEqualTo("SUCCEEDED");
		assertThat(done.path("rows").asInt()).isEqualTo(MANY);
		assertThat(done.path("created").asInt()).isEqualTo(MANY);
		assertThat(this.jdbc.sql("""
				select count(*) from notification_log
				where subject in (select id from product where shop_id = :shop)
				""").param("shop", UUID.fromString(id(shop))).query(Long.class).single()).isEqualTo(MANY);
		assertThat(this.owner.post(path + "/resume", "").problem()).isEqualTo("409 import-not-stopped");

		await().untilAsserted(
				() -> assertThat(this.jdbc.sql("select count(*) from catalog_import_seen").query(Long.class).single())
					.isZero());
	}

	@Test
	void withoutStorageUploadsAreRefusedAndRunningImportsWait() {

		var shop = aShop();
		var started = upload(shop, "partial", "text/tab-separated-values", bytes(many()));
		var path = path(shop, started.body());

		await().atMost(Duration.ofSeconds(30)).until(() -> this.owner.get(path).body().path("rows").asInt() > 0);
		STORAGE.kill();

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.owner.get(path).body().path("failure").asString(""))
				.isEqualTo("Waiting for the object storage."));

		var refused = upload(aShop(), "partial", "text/csv", bytes("id,title,price\n"));
		assertThat(refused.problem()).isEqualTo("503 storage-away");
		assertThat(refused.header("Retry-After")).isNotEmpty();

		STORAGE.start();

		assertThat(ended(shop, started).path("created").asInt()).isEqualTo(MANY);
	}

	private JsonNode imported(String shop, String mode, String tsv) {
		return ended(shop, upload(shop, mode, "text/tab-separated-values", bytes(tsv)));
	}

	private String failure(String shop, String mode, String type, byte[] file) {

		var ended = ended(shop, upload(shop, mode, type, file));

		assertThat(ended.path("status").asString()).isEqualTo("FAILED");
		return ended.path("failure").asString();
	}

	private Calls.Reply upload(String shop, String mode, String type, byte[] file) {
		return this.owner.post(shop + "/catalog-imports?mode=" + mode, BodyPublishers.ofByteArray(file), "Content-Type",
				type);
	}

	private JsonNode ended(String shop, Calls.Reply started) {

		assertThat(started.status()).isEqualTo(202);

		return await().atMost(Duration.ofSeconds(120))
			.until(() -> this.owner.get(path(shop, started.body())).body(),
					job -> List.of("SUCCEEDED", "FAILED", "STOPPED").contains(job.path("status").asString()));
	}

	private static String path(String shop, JsonNode job) {
		return shop + "/catalog-imports/" + job.path("id").asString();
	}

	/** The products of a shop by external id, or by id without one. */
	private Map<String, JsonNode> products(String shop) {

		var products = new ArrayList<JsonNode>();
		this.owner.get(shop + "/products?limit=100").body().path("items").forEach(products::add);

		return products.stream()
			.collect(Collectors.toMap(product -> product.path("externalId").asString(product.path("id").asString()),
					product -> product));
	}

	private static String row(String id, String title, String price) {
		return String.join("\t", id, title, "Good " + title, "https://example.com/" + id,
				"https://example.com/" + id + ".jpg", "in_stock", price, "House", "", "Food > Fresh", "red") + "\n";
	}

	private static String many() {
		return IntStream.range(0, MANY)
			.mapToObj(i -> row("P" + i, "Product " + i, (1000 + i) + " KRW"))
			.collect(Collectors.joining("", HEADING, ""));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
