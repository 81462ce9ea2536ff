package dev.jangteo.gateway.docs;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.jangteo.gateway.GatewayContext;

import static dev.jangteo.gateway.Platform.ORDER;
import static dev.jangteo.gateway.Platform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DocsTests extends GatewayContext {

	private static String document(String path) {
		return """
				{"openapi":"3.1.0","info":{"title":"x","version":"1"},
				 "paths":{"%s":{"get":{"operationId":"list","tags":["c"],"responses":{"200":{"description":"OK","content":{
				  "application/json":{"schema":{"$ref":"#/components/schemas/Address"}}}}}}},
				  "/internal/shops":{"get":{"responses":{}}},"/actuator/x":{"get":{"responses":{}}}},
				 "components":{"schemas":{"Address":{"type":"object"}},
				  "securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}}}}
				"""
			.formatted(path);
	}

	@Test
	void mergesTheServicesDocumentsWithoutWhatIsInside() {

		SHOP.publishes(() -> document("/api/v1/owner/shops"));
		ORDER.publishes(() -> document("/api/v1/orders"));

		await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
			var answer = send(request("/docs/openapi.json"));
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).doesNotContain("/internal").doesNotContain("/actuator");
			var merged = json(answer);
			assertThat(merged.get("paths").propertyNames()).contains("/api/v1/owner/shops", "/api/v1/orders");
			assertThat(merged.at("/components/schemas").propertyNames()).contains("ShopAddress", "OrderAddress");
			assertThat(merged.at("/components/securitySchemes").propertyNames()).containsExactly("bearer");
			assertThat(merged.at("/paths/~1api~1v1~1orders/get/responses/200/content/application~1json/schema/$ref")
				.stringValue()).isEqualTo("#/components/schemas/OrderAddress");
			assertThat(merged.get("x-missing-services").toString()).contains("ads");
		});

		assertThat(send(request("/docs/order.json")).body()).contains("/api/v1/orders").doesNotContain("/internal");
		assertThat(send(request("/docs/nobody.json")).statusCode()).isEqualTo(404);
	}

	@Test
	void servesAPageToBrowseThem() {
		var page = send(request("/docs"));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("script-src 'self'");
		assertThat(page.body()).contains("swagger-ui-bundle.js");
		for (var asset : new String[] { "assets/swagger-ui-bundle.js", "assets/swagger-ui.css", "page.js" }) {
			assertThat(send(request("/docs/" + asset)).statusCode()).as(asset).isEqualTo(200);
		}
		assertThat(send(request("/docs/assets/index.html")).statusCode()).isEqualTo(404);
	}

}
