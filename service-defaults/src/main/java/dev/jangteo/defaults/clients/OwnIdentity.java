package dev.jangteo.defaults.clients;

import java.io.IOException;

import dev.jangteo.defaults.web.RequestIds;
import org.slf4j.MDC;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Names this service and the request it works on.
 */
class OwnIdentity implements ClientHttpRequestInterceptor {

	private final ServiceTokens tokens;

	private final String audience;

	OwnIdentity(ServiceTokens tokens, String audience) {
		this.tokens = tokens;
		this.audience = audience;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		request.getHeaders().setBearerAuth(this.tokens.forService(this.audience));
		var requestId = MDC.get(RequestIds.NAME);
		if (requestId != null) {
			request.getHeaders().set(RequestIds.HEADER, requestId);
		}
		return execution.execute(request, body);
	}

}
