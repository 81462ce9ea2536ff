package dev.jangteo.events.owning;

import dev.jangteo.events.AggregateSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves the declared sources. */
@AutoConfiguration
@ConditionalOnClass(RouterFunction.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OwningAutoConfiguration {

	@Bean
	RouterFunction<ServerResponse> aggregateSourceRoutes(ObjectProvider<AggregateSource<?>> sources) {
		return SourceRoutes.of(sources.orderedStream().toList());
	}

}
