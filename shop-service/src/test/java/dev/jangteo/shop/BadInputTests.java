package dev.jangteo.shop;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputTests extends ShopServiceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// path of the field | its value | the field that is named
			"name|null|name", "name|\"\"|name", "name|\"  \"|name", "name|5|name", "name|\"a\\u0000b\"|name",
			"name|\"a\\u0007b\"|name", "name|\"a\\nb\"|name", "phone|\"call me\"|phone", "location|null|location",
			"location.lat|91|location.lat", "location.lng|\"x\"|location.lng", "location.lng|1e400|location.lng",
			"zone|\"Mars/Base\"|zone", "currency|\"XXXX\"|currency", "currency|\"USD\"|deliveryFees[0].fee",
			"deliveryRadiusMeters|-1|deliveryRadiusMeters", "deliveryRadiusMeters|99999999999|deliveryRadiusMeters",
			"deliveryRadiusMeters|1.5|deliveryRadiusMeters", "deliveryRadiusMeters|2000|deliveryFees",
			"deliveryFees.0.uptoMeters|0|deliveryFees[0].uptoMeters",
			"deliveryFees.0.fee.amount|-1|deliveryFees[0].fee", "deliveryFees.0.fee|null|deliveryFees[0].fee",
			"minimumOrder.amount|0.5|minimumOrder", "minimumOrder.amount|1e999999|minimumOrder.amount",
			"minimumOrder.amount|1e14|minimumOrder", "minimumOrder.amount|\"12000\"|minimumOrder.amount",
			"minimumOrder.currency|\"WON\"|minimumOrder.currency", "minimumOrder|null|minimumOrder",
			"opening.weekly.0.day|\"SOMEDAY\"|opening.weekly[0].day",
			"opening.weekly.0.open|\"25:00\"|opening.weekly[0].open",
			"opening.weekly.0.open|null|opening.weekly[0].open",
			"opening.weekly.0.breaks.0.from|\"09:00\"|opening.weekly[0].breaks[0]",
			"opening.holidays|[\"2026-02-30\"]|opening.holidays[0]",
			"opening.temporarilyClosed|\"yes\"|opening.temporarilyClosed",
			"opening.temporarilyClosedUntil|\"2026-12-01T00:00:00Z\"|opening.temporarilyClosedUntil",
			"images|[\"javascript:alert(1)\"]|images[0]", "images|\"x\"|images" })
	void aShopNamesTheFieldThatIsWrong(String path, String value, String field) {

		var refused = this.owner.post("/api/v1/owner/shops", Samples.with(Samples.SHOP, path, value));

		assertThat(refused.problem()).startsWith("400 invalid-request " + field);
		assertThat(this.owner.get("/api/v1/owner/shops").body().path("items")).isEmpty();
	}

	@Test
	void aProductNamesTheFieldThatIsWrong() {

		var shop = aShop();
		var cases = """
				title|null|title
				title|"\\u0000"|title
				price|null|price
				price.amount|-1|price
				price.amount|18000.5|price
				price.amount|1e30|price
				price.currency|"USD"|price
				price.currency|"won"|price.currency
				gtin|"4006381333932"|gtin
				link|"ftp://example.com"|link
				categoryPath|[""]|categoryPath[0]
				categoryPath|["1","2","3","4","5","6","7","8","9","10","11"]|categoryPath
				images|[null]|images[0]
				externalId|"a\\u0001"|externalId
				optionGroups.0.max|3|optionGroups[0].max
				optionGroups.0.min|-1|optionGroups[0].min
				optionGroups.0.options|[]|optionGroups[0].options
				optionGroups.0.options.0.extraPrice.amount|-1|optionGroups[0].options[0].extraPrice
				optionGroups.0.options.0.extraPrice.currency|"USD"|optionGroups[0].options[0].extraPrice
				optionGroups.0.id|"01990000-0000-7000-8000-000000000000"|optionGroups[0].id
				optionGroups.0.id|"no"|optionGroups[0].id
				soldOut|"maybe"|soldOut
				""";

		for (var line : cases.lines().toList()) {

			var parts = line.split("\\|");
			var refused = this.owner.post(shop + "/products", Samples.with(Samples.PRODUCT, parts[0], parts[1]));

			assertThat(refused.problem()).as(line).startsWith("400 invalid-request " + parts[2]);
		}

		assertThat(this.owner.get(shop + "/products").body().path("items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "", "[]", "\"x\"", "null", "{\"name\":", "{}" })
	void malformedBodiesAreRefused(String body) {
		assertThat(this.owner.post("/api/v1/owner/shops", body).problem()).startsWith("400 invalid-request");
	}

	@Test
	void halvesOfCharactersAreRefused() {
		var half = Samples.SHOP.replace("성산동", "\\ud83c");
		assertThat(this.owner.post("/api/v1/owner/shops", half).problem()).startsWith("400 invalid-request");
	}

	@Test
	void hugeBodiesAreRefused() {
		var huge = Samples.with(Samples.SHOP, "name", "\"" + "x".repeat(10 * 1024 * 1024) + "\"");
		assertThat(this.owner.post("/api/v1/owner/shops", huge).status()).isEqualTo(413);
	}

	@Test
	void otherMediaTypesAreRefused() {
		assertThat(this.owner
			.post("/api/v1/owner/shops", BodyPublishers.ofString(Samples.SHOP), "Content-Type", "text/plain")
			.status()).isEqualTo(415);
		assertThat(this.owner.send("PATCH", "/api/v1/owner/shops", BodyPublishers.noBody()).status()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/owner/shops/1", "/api/v1/owner/shops/0", "/api/v1/owner/products/x",
			"/api/v1/owner/shops/1-1-1-1-1", "/api/v1/owner/shops/x/products",
			"/api/v1/owner/shops/x/catalog-imports" })
	void idsThatAreNoneAreRefused(String path) {
		assertThat(this.owner.get(path).status()).isIn(400, 404);
	}

	@Test
	void cursorsOfOtherListsAndOddLimitsAreRefused() {

		var shop = aShop();
		aShop();
		var cursor = this.owner.get("/api/v1/owner/shops?limit=1").body().path("nextCursor").asString();

		assertThat(this.owner.get(shop + "/products?cursor=" + cursor).problem())
			.isEqualTo("400 invalid-request cursor");
		assertThat(this.owner.get("/api/v1/owner/shops?cursor=%00").problem()).startsWith("400 invalid-request");
		assertThat(this.owner.get("/api/v1/owner/shops?limit=0").problem()).isEqualTo("400 invalid-request limit");
		assertThat(this.owner.get("/api/v1/owner/shops?limit=101").problem()).isEqualTo("400 invalid-request limit");
		assertThat(this.owner.get("/api/v1/owner/shops?limit=x").problem()).isEqualTo("400 invalid-request limit");
	}

	@Test
	void aCurrencyStays() {
		var path = aShop();
		var dollars = Samples.SHOP.replace("KRW", "USD");
		assertThat(this.owner.put(path, dollars, "If-Match", "\"1\"").problem())
			.isEqualTo("400 invalid-request currency");
	}

}
