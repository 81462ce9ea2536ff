package dev.jangteo.events.following;

import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import dev.jangteo.events.OwnerClients;
import dev.jangteo.events.things.OwnerFaults;
import dev.jangteo.events.things.ThingCopy;
import dev.jangteo.events.things.Things;
import dev.jangteo.events.things.ThingsTest;
import dev.jangteo.events.wire.BrokerWatch;
import dev.jangteo.events.wire.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.web.client.RestClient;

/** What the tests of the following side have in common. */
@ThingsTest
abstract class FollowingTest {

	@Autowired
	Things things;

	@Autowired
	Things gadgets;

	@Autowired
	ThingCopy copy;

	@Autowired
	OwnerFaults faults;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	OwnerClients clients;

	@Autowired
	FailedSubjects failures;

	@Autowired
	FollowerMemory memory;

	@Autowired
	BrokerWatch broker;

	@Autowired
	Traces traces;

	@Autowired
	MeterRegistry meters;

	@Autowired
	ConsumerFactory<?, ?> consumers;

	@LocalServerPort
	int port;

	@AfterEach
	void heal() {
		faults.heal();
		copy.poison.clear();
		copy.away = false;
	}

	Fixture fixture() {
		return new Fixture(clients, failures, memory, broker, traces, meters, consumers);
	}

	/** A copy of gadgets that nothing feeds yet. */
	ThingCopy gadgetCopy(String name) {
		return new ThingCopy(jdbc, name, "gadget", "things");
	}

	double gauge(String name, String follower) {
		return meters.get("jangteo.events." + name).tag("follower", follower).gauge().value();
	}

	double counter(String name, String follower) {
		return meters.get("jangteo.events." + name).tag("follower", follower).counter().count();
	}

	RestClient client() {
		return RestClient.create("http://127.0.0.1:" + port);
	}

	<T> T get(String uri, String path) {
		return JsonPath.read(client().get().uri(uri).retrieve().body(String.class), path);
	}

	int post(String uri) {
		return client().post().uri(uri).exchange((_, response) -> response.getStatusCode().value());
	}

	int delete(String uri) {
		return client().delete().uri(uri).exchange((_, response) -> response.getStatusCode().value());
	}

	Map<String, Object> deadLetter(UUID subject) {
		return get("/api/v1/ops/dead-letters/thing_copy/" + subject, "$");
	}

}
