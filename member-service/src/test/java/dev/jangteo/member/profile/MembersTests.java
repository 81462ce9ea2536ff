package dev.jangteo.member.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.member.MemberServiceTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class MembersTests extends MemberServiceTests {

	private static final Map<String, Object> HOME = Map.of("label", "home", "line1", "Teheran-ro 1", "lat", 37.4979,
			"lng", 127.0276);

	@Autowired
	MemberSource source;

	@Test
	void aShopperOrOwnerRegistersAndIsAnnounced() {
		for (var role : List.of("SHOPPER", "OWNER")) {
			var member = somebody(role);
			var me = get("/api/v1/members/me", member.accessToken());
			assertThat(me.json().path("role").asString()).isEqualTo(role);
			assertThat(me.json().path("email").asString()).isEqualTo(member.email());
			assertThat(me.header("ETag")).isEqualTo("\"1\"");
			assertThat(me.text()).doesNotContain("password");
			assertThat(notifications(member.id())).containsExactly(1L);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			email    | nobody             | 400 invalid-request email
			email    |                    | 400 invalid-request email
			password | short              | 400 invalid-request password
			role     | OPERATOR           | 400 invalid-request role
			role     | KING               | 400 invalid-request role
			name     |                    | 400 invalid-request name
			phone    | call me            | 400 invalid-request phone
			""")
	void aBadRegistrationIsRefused(String field, String value, String problem) {
		var form = new HashMap<String, Object>(Map.of("email", UUID.randomUUID() + "@jangteo.test", "password",
				PASSWORD, "role", "SHOPPER", "name", "Kim"));
		form.put(field, value);
		assertThat(post("/api/v1/members", form, null).problem()).isEqualTo(problem);
	}

	@Test
	void aMailAddressBelongsToOneMember() {
		var email = somebody("SHOPPER").email();
		var again = Map.of("email", email.toUpperCase(), "password", PASSWORD, "role", "OWNER", "name", "Lee");
		assertThat(post("/api/v1/members", again, null).problem()).isEqualTo("409 email-taken");
	}

	@Test
	void aProfileIsChangedInPartsAndNeverFromAStaleView() {
		var me = somebody("SHOPPER");
		var path = "/api/v1/members/me";
		var changed = send("PATCH", path, Map.of("phone", "010-1234-5678"), me.accessToken(), "If-Match", "\"1\"");
		assertThat(changed.json().path("phone").asString()).isEqualTo("010-1234-5678");
		assertThat(changed.json().path("name").asString()).isEqualTo("Kim");
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		assertThat(send("PATCH", path, Map.of("name", "Lee"), me.accessToken(), "If-Match", "\"1\"").problem())
			.isEqualTo("412 stale");
		assertThat(send("PATCH", path, Map.of("phone", ""), me.accessToken()).json().path("phone").isNull()).isTrue();
		assertThat(send("PATCH", path, Map.of("name", "Kim"), me.accessToken()).header("ETag")).isEqualTo("\"3\"");
		assertThat(notifications(me.id())).containsExactly(1L, 2L, 3L);
	}

	@Test
	void addressesAreKeptWithCoordinates() {
		var me = somebody("SHOPPER").accessToken();
		var path = "/api/v1/members/me/addresses";
		var home = post(path, with(HOME, "main", true), me);
		assertThat(home.status()).isEqualTo(201);
		assertThat(home.header("Location")).isEqualTo(path + "/" + home.json().path("id").asString());
		assertThat(home.json().path("lat").asDouble()).isEqualTo(37.4979);
		var office = post(path, with(with(HOME, "label", "office"), "main", true), me).json().path("id").asString();
		var all = get(path, me).json().path("items");
		assertThat(all.findValuesAsString("label")).containsExactly("office", "home");
		assertThat(all.path(1).path("main").asBoolean()).isFalse();
		assertThat(send("PUT", path + "/" + office, with(HOME, "line2", "3F"), me).json().path("line2").asString())
			.isEqualTo("3F");
		assertThat(get(path + "/" + office, me).json().path("line2").asString()).isEqualTo("3F");
		assertThat(send("DELETE", path + "/" + office, null, me).status()).isEqualTo(204);
		assertThat(get(path + "/" + office, me).problem()).isEqualTo("404 not-found");
	}

	@Test
	void anothersAddressDoesNotExist() {
		var mine = post("/api/v1/members/me/addresses", HOME, somebody("SHOPPER").accessToken()).header("Location");
		var stranger = somebody("SHOPPER").accessToken();
		assertThat(get(mine, stranger).problem()).isEqualTo("404 not-found");
		assertThat(send("PUT", mine, HOME, stranger).problem()).isEqualTo("404 not-found");
		assertThat(send("DELETE", mine, null, stranger).problem()).isEqualTo("404 not-found");
	}

	@ParameterizedTest
	@CsvSource({ "lat, 90.1", "lng, -181", "lat, ", "label, ", "line1, " })
	void aBadAddressIsRefused(String field, String value) {
		var number = field.startsWith("l") && value != null && !field.startsWith("label") && !field.startsWith("line");
		var reply = post("/api/v1/members/me/addresses", with(HOME, field, number ? Double.valueOf(value) : value),
				somebody("SHOPPER").accessToken());
		assertThat(reply.problem()).isEqualTo("400 invalid-request " + field);
	}

	@Test
	void addressesAreBounded() {
		var me = somebody("SHOPPER").accessToken();
		for (var i = 0; i < 20; i++) {
			assertThat(post("/api/v1/members/me/addresses", HOME, me).status()).isEqualTo(201);
		}
		assertThat(post("/api/v1/members/me/addresses", HOME, me).problem()).isEqualTo("422 rule-broken");
	}

	@Test
	void erasureLeavesNothingPersonalAndIsAnnounced() {
		var me = somebody("SHOPPER");
		post("/api/v1/members/me/addresses", with(HOME, "line1", "canary street"), me.accessToken());
		var knownAddresses = this.jdbc.sql("select count(*) from known_addresses").query(Integer.class).single();
		send("PATCH", "/api/v1/members/me", Map.of("name", "canary name", "phone", "010-9999-8888"), me.accessToken());
		assertThat(send("DELETE", "/api/v1/members/me", null, me.accessToken()).status()).isEqualTo(204);
		for (var table : List.of("members", "addresses", "credentials", "refresh_families", "login_attempts")) {
			var rows = this.jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from %s t".formatted(table))
				.query(String.class)
				.single();
			assertThat(rows).as(table).doesNotContain("canary", "010-9999-8888", me.email());
		}
		assertThat(this.jdbc.sql("select count(*) from known_addresses").query(Integer.class).single())
			.isEqualTo(knownAddresses - 1);
		assertThat(get("/api/v1/members/me", me.accessToken()).status()).isEqualTo(404);
		assertThat(send("DELETE", "/api/v1/members/me", null, me.accessToken()).status()).isEqualTo(404);
		assertThat(post("/api/v1/members/me/addresses", HOME, me.accessToken()).status()).isEqualTo(404);
		assertThat(post("/api/v1/tokens", Map.of("email", me.email(), "password", PASSWORD), null).problem())
			.isEqualTo("401 wrong-credentials");
		assertThat(post("/api/v1/tokens/refresh", Map.of("refreshToken", me.refreshToken()), null).problem())
			.isEqualTo("401 login-ended");
		assertThat(notifications(me.id())).containsExactly(1L, 2L, 3L);
		assertThat(this.source.byIds(List.of(me.id()))).isEmpty();
	}

	@Test
	void othersLearnRoleAndGradeOnly() {
		var me = somebody("OWNER");
		var state = this.source.byIds(List.of(me.id(), UUID.randomUUID()));
		assertThat(state).singleElement().satisfies((member) -> {
			assertThat(member.version()).isOne();
			assertThat(member.state()).hasToString("MemberState[role=OWNER, grade=WELCOME]");
		});
		assertThat(this.source.page(null, 1)).hasSize(1);
		assertThat(this.source.page(me.id(), 10)).noneMatch((member) -> member.id().equals(me.id()));
		assertThat(get("/internal/members?ids=" + me.id(), me.accessToken()).status()).isEqualTo(401);
	}

	private List<Long> notifications(UUID member) {
		return this.jdbc.sql("select subject_version from notification_log where subject = ? order by 1")
			.param(member)
			.query(Long.class)
			.list();
	}

	private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
		var other = new HashMap<>(form);
		other.put(field, value);
		return other;
	}

}
