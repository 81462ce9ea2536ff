package dev.jangteo.order.catalog;

import dev.jangteo.events.Followed;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What we follow of shop-service, in shop-service's words.
 */
@Configuration(proxyBeanMethods = false)
class CopyConfiguration {

	static final String SHOPS = "shops";

	static final String PRODUCTS = "products";

	@Bean
	CopyTable<ShopTerms> shopCopies(JdbcClient jdbc, JsonMapper json) {
		return new CopyTable<>(jdbc, json, "copied_shops", new Followed<>(SHOPS, "shop", "shop", ShopTerms.class));
	}

	@Bean
	CopyTable<ProductTerms> productCopies(JdbcClient jdbc, JsonMapper json) {
		return new CopyTable<>(jdbc, json, "copied_products",
				new Followed<>(PRODUCTS, "product", "shop", ProductTerms.class));
	}

}
