package dev.jangteo.gateway.passage;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies networks (CIDR) whose X-Forwarded-For and -Proto are believed
 * @param accessLog whether each request is logged
 * @param sampling which part of the traces begun here is marked as sampled
 * @param cors which origins' pages may call
 */
@ConfigurationProperties("jangteo.gateway")
record PassageSettings(@DefaultValue List<String> trustedProxies, @DefaultValue("true") boolean accessLog,
		@DefaultValue("0.1") double sampling, @DefaultValue Cors cors) {

	record Cors(@DefaultValue List<String> allowedOrigins, @DefaultValue("false") boolean allowCredentials) {
	}

}
