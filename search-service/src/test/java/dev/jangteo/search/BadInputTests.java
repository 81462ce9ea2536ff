package dev.jangteo.search;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked, the answer is bounded and clear. */
class BadInputTests extends SearchServiceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/v1/shops?lat=91&lng=0                        | lat
			/api/v1/shops?lat=0&lng=181                       | lng
			/api/v1/shops?lat=NaN&lng=0                       | lat
			/api/v1/shops?lat=1                               | lng
			/api/v1/shops?lat=x&lng=0                         | lat
			/api/v1/shops?lat=1&lng=1&radius=0                | radius
			/api/v1/shops?lat=1&lng=1&radius=5000000          | radius
			/api/v1/shops?radius=100                          | radius
			/api/v1/shops?limit=0                             | limit
			/api/v1/shops?limit=101                           | limit
			/api/v1/shops?limit=x                             | limit
			/api/v1/shops?sort=best                           | sort
			/api/v1/shops?sort=distance                       | sort
			/api/v1/shops?minRating=6                         | minRating
			/api/v1/shops?openNow=perhaps                     | openNow
			/api/v1/shops?cursor=nonsense                     | cursor
			/api/v1/shops?q=a%00b                             | q
			/api/v1/shops?ids=1,2                             | ids
			/api/v1/shops?ids=                                | ids
			/api/v1/shops/not-an-id                           | id
			/api/v1/products?minPrice=-1                      | minPrice
			/api/v1/products?maxPrice=1e99                    | maxPrice
			/api/v1/products?shopId=1                         | shopId
			/api/v1/products?sort=distance                    | sort
			""")
	void refusesWhatCannotBe(String path, String field) {
		var answer = get(java.net.URI.create("http://127.0.0.1:" + this.port + path));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
	}

	@Test
	void refusesLongQueriesAndManyIds() {
		assertThat(get("/api/v1/shops?q={q}", "가".repeat(201)).status()).isEqualTo(400);
		assertThat(get("/api/v1/products?brand={q}", "b".repeat(201)).status()).isEqualTo(400);
		assertThat(get("/api/v1/shops?ids={ids}", (UUID.randomUUID() + ",").repeat(100) + UUID.randomUUID()).status())
			.isEqualTo(400);
	}

	@Test
	void refusesACursorOfAnotherList() {
		var spot = anywhere();
		aShop(spot.aShop("하나"));
		aShop(spot.aShop("둘"));
		await().untilAsserted(
				() -> assertThat(get("/api/v1/shops?limit=1&" + spot.around()).body().path("nextCursor").isString())
					.isTrue());
		var cursor = get("/api/v1/shops?limit=1&" + spot.around()).body().path("nextCursor").asString();
		assertThat(get("/api/v1/shops?limit=1&cursor={c}&" + spot.around(), cursor).status()).isEqualTo(200);
		assertThat(get("/api/v1/shops?limit=1&sort=rating&cursor={c}&" + spot.around(), cursor).status())
			.isEqualTo(400);
		assertThat(get("/api/v1/products?cursor={c}", cursor).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "치*", "name:피자 OR *:*", "\"", "(((", "a~2 AND /.*/", "😀", "{\"match_all\":{}}", "의",
			"\\", "%", "<script>" })
	void takesQuerySyntaxForWords(String words) {
		assertThat(get("/api/v1/shops?q={q}", words).status()).isEqualTo(200);
		assertThat(get("/api/v1/products?q={q}", words).status()).isEqualTo(200);
	}

	@Test
	void describesItself() {
		var description = get("/v3/api-docs").body();
		assertThat(description.path("openapi").asString()).startsWith("3.1");
		assertThat(description.path("paths").has("/api/v1/shops")).isTrue();
		assertThat(description.at("/components/schemas/ShopPage").isMissingNode()).isFalse();
	}

}
