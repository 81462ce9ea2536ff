package dev.jangteo.member.profile;

import dev.jangteo.defaults.platform.UnsafeSettings;
import dev.jangteo.member.MemberServiceTests;
import dev.jangteo.member.credential.Credentials;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperatorAccountTests extends MemberServiceTests {

	@Autowired
	RegisterMember registerMember;

	@Autowired
	Credentials credentials;

	@Test
	void theOperatorOfTheEnvironmentLogsIn() {
		var operator = logIn(OPERATOR);
		assertThat(get("/api/v1/members/me", operator.accessToken()).json().path("role").asString())
			.isEqualTo("OPERATOR");
	}

	@Test
	void anotherPasswordInTheEnvironmentReplacesTheFirst() {
		start("second@jangteo.test", "the first password");
		start("second@jangteo.test", PASSWORD);
		start("second@jangteo.test", PASSWORD);
		assertThat(logIn("second@jangteo.test").accessToken()).isNotEmpty();
	}

	@Test
	void aMemberDoesNotBecomeAnOperatorByItsMailAddress() {
		var me = somebody("SHOPPER");
		start(me.email(), "another password altogether");
		var again = logIn(me.email());
		assertThat(get("/api/v1/members/me", again.accessToken()).json().path("role").asString()).isEqualTo("SHOPPER");
	}

	@Test
	void aShortPasswordStopsTheStart() {
		assertThatExceptionOfType(UnsafeSettings.class).isThrownBy(() -> start("x@jangteo.test", "short"));
		start(null, null);
	}

	private void start(String email, String password) {
		new OperatorAccount(new OperatorSettings(email, password), this.registerMember, this.credentials)
			.run(new DefaultApplicationArguments());
	}

}
