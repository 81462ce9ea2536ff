package dev.jangteo.defaults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import dev.jangteo.defaults.service.Neighbour.Mood;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.service.annotation.GetExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ServiceClientsTests extends ServiceTests {

	private static final String ASK = "/api/v1/neighbour?name=peer";

	@Autowired
	ServiceClients clients;

	@Autowired
	CircuitBreakerRegistry breakers;

	@AfterEach
	void well() {
		NEIGHBOUR.is(Mood.WELL);
		this.breakers.find("peer").ifPresent(CircuitBreaker::transitionToClosedState);
	}

	@Test
	void aCallNamesItsServiceItsRequestAndItsTrace() throws Exception {
		var reply = this.anyone.get(ASK, "X-Request-Id", "request-of-the-call", "traceparent",
				"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body().path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(NEIGHBOUR.header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
		assertThat(NEIGHBOUR.header("X-Request-Id")).isEqualTo("request-of-the-call");
		var claims = SignedJWT.parse(NEIGHBOUR.header("Authorization").substring("Bearer ".length())).getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("sample-service");
		assertThat(claims.getAudience()).containsExactly("peer-service");
		assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(60_000);
	}

	@Test
	void aNeighbourThatHangsCostsABoundedWait() {
		this.anyone.get(ASK);
		for (var mood : new Mood[] { Mood.HANGING, Mood.HANGING_HALFWAY }) {
			NEIGHBOUR.is(mood);
			var start = System.nanoTime();
			var reply = this.anyone.get(ASK);
			assertThat(reply.problem()).isEqualTo("503 neighbour-unavailable");
			assertThat(reply.header("Retry-After")).isNotEmpty();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		}
	}

	@Test
	void aNeighbourThatIsGoneIsUnavailable() {
		assertThat(this.anyone.get("/api/v1/neighbour?name=gone").problem()).isEqualTo("503 neighbour-unavailable");
	}

	@Test
	void noMoreCallsThanTheBulkheadHoldsWaitForAHangingNeighbour() throws Exception {
		NEIGHBOUR.is(Mood.HANGING);
		var before = NEIGHBOUR.calls();
		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			var replies = callers.invokeAll(IntStream.range(0, 20)
				.<Callable<String>>mapToObj((_) -> () -> this.anyone.get(ASK).problem())
				.toList());
			for (var reply : replies) {
				assertThat(reply.get()).isEqualTo("503 neighbour-unavailable");
			}
		}
		assertThat(NEIGHBOUR.calls() - before).isLessThanOrEqualTo(4);
	}

	@Test
	void theBreakerOpensForAFailingNeighbourAndClosesAgain() {
		NEIGHBOUR.is(Mood.FAILING);
		for (var i = 0; i < 15; i++) {
			assertThat(this.anyone.get(ASK).problem()).isEqualTo("503 neighbour-unavailable");
		}
		var calls = NEIGHBOUR.calls();
		assertThat(this.anyone.get(ASK).status()).isEqualTo(503);
		assertThat(NEIGHBOUR.calls()).isEqualTo(calls);
		NEIGHBOUR.is(Mood.WELL);
		await().atMost(Duration.ofSeconds(10)).until(() -> this.anyone.get(ASK).status() == 200);
		assertThat(this.anyone.get("/actuator/prometheus").text()).contains("resilience4j_circuitbreaker_state",
				"resilience4j_bulkhead_available_concurrent_calls");
	}

	@Test
	void typedClientsShareTheBounds() {
		assertThat(this.clients.create("peer", Peer.class).things()).isEqualTo("{\"ok\":true}");
		assertThat(this.clients.named("peer")).isSameAs(this.clients.forOwner("peer"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.clients.named("nobody"))
			.withMessageContaining("jangteo.clients.nobody.url");
	}

	interface Peer {

		@GetExchange("/internal/things")
		String things();

	}

}
