package dev.jangteo.defaults.web;

import dev.jangteo.defaults.BodyLimit;
import org.apache.catalina.core.StandardHost;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Problems, request ids and bounded bodies for every service.
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class,
		beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
@Import({ ProblemResponses.class, ErrorPage.class, StrictArguments.class })
class WebDefaultsAutoConfiguration {

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

	@Bean
	FilterRegistrationBean<RequestIds> requestIds() {
		var filter = new FilterRegistrationBean<>(new RequestIds());
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	// After the observation of requests, before security.
	@Bean
	FilterRegistrationBean<BoundedBodies> boundedBodies(ProblemWriter problems, WebSettings settings,
			ObjectProvider<BodyLimit> limits) {
		var filter = new FilterRegistrationBean<>(
				new BoundedBodies(problems, settings.maxBody().toBytes(), limits.orderedStream().toList()));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
		return filter;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemValve.class.getName());
			}
		});
	}

	/** Forms are no entities of JPA: asking it about each property is in vain. */
	@Bean
	ValidationConfigurationCustomizer nothingIsLoadedLazily() {
		return (configuration) -> configuration.traversableResolver(new EverythingIsThere());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = { "org.springframework.transaction.CannotCreateTransactionException",
			"org.springframework.dao.DataAccessException" })
	@Import(DatabaseProblems.class)
	static class WithDatabase {

	}

}
