package dev.jangteo.defaults;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class OperationTests extends ServiceTests {

	@Autowired
	Environment environment;

	@Test
	void readinessDependsOnNoNeighbour() {
		var readiness = this.anyone.get("/actuator/health/readiness").body();
		assertThat(readiness.path("status").asString()).isEqualTo("UP");
		assertThat(readiness.path("components").propertyNames()).containsExactly("readinessState");
		assertThat(this.anyone.get("/actuator/health/liveness").status()).isEqualTo(200);
		assertThat(this.anyone.get("/actuator/health").body().path("components").propertyNames()).contains("db");
	}

	@Test
	void onlyHealthMetricsAndInfoAreShown() {
		assertThat(this.anyone.get("/actuator/prometheus").text()).contains("http_server_requests_seconds_bucket",
				"hikaricp_connections_max", "application=\"sample-service\"");
		assertThat(this.anyone.get("/actuator/env").status()).isEqualTo(404);
		assertThat(this.anyone.get("/actuator/heapdump").status()).isEqualTo(404);
	}

	@Test
	void theServiceStopsGracefullyOnVirtualThreads() {
		assertThat(this.environment.getProperty("server.shutdown")).isEqualTo("graceful");
		assertThat(this.environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
		assertThat(this.shopper.get("/api/v1/things/0198c0de-0000-7000-8000-000000000001")
			.body()
			.path("thread")
			.asBoolean()).isTrue();
	}

	@Test
	void theApiDescribesItself() {
		var api = this.anyone.get("/v3/api-docs").body();
		assertThat(api.path("openapi").asString()).startsWith("3.1");
		assertThat(api.path("info").path("title").asString()).isEqualTo("Jangteo sample-service");
		assertThat(api.path("paths").propertyNames()).contains("/api/v1/things")
			.noneMatch((path) -> path.startsWith("/internal"));
		var wish = api.path("paths").path("/api/v1/wishes").path("post");
		assertThat(wish.path("parameters").findValuesAsString("name")).containsExactly("Idempotency-Key");
		assertThat(wish.path("responses").path("200").toString()).contains("#/components/schemas/Granted");
		assertThat(wish.path("responses").path("default").toString()).contains("#/components/schemas/Problem");
		var open = api.path("paths").path("/api/v1/open").path("get");
		assertThat(open.path("parameters").isEmpty()).isTrue();
	}

}
