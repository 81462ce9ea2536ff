package dev.jangteo.search.finding.web;

import dev.jangteo.defaults.PublicRoutes;
import dev.jangteo.search.finding.FindShops;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Everything here is for anybody. */
@Configuration(proxyBeanMethods = false)
class PublicSearch {

	@Bean
	PublicRoutes searchRoutes() {
		return PublicRoutes.of("GET /api/v1/shops", "GET /api/v1/shops/{id}", "GET /api/v1/products");
	}

	// Behind the request's id, which has the very first place, and ahead of all else.
	@Bean
	FilterRegistrationBean<StoredLists> storedLists(FindShops shops, MeterRegistry meters) {
		var filter = new FilterRegistrationBean<>(new StoredLists(shops, meters));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		filter.addUrlPatterns("/api/v1/shops");
		return filter;
	}

}
