package dev.jangteo.member.profile;

import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.Role;
import dev.jangteo.defaults.platform.UnsafeSettings;
import dev.jangteo.member.credential.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the operator named by the environment, and follows when the password there
 * changes.
 */
@Component
class OperatorAccount implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(OperatorAccount.class);

	private static final int SHORTEST = 12;

	private final OperatorSettings settings;

	private final RegisterMember registerMember;

	private final Credentials credentials;

	OperatorAccount(OperatorSettings settings, RegisterMember registerMember, Credentials credentials) {
		this.settings = settings;
		this.registerMember = registerMember;
		this.credentials = credentials;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		var email = this.settings.email();
		var password = this.settings.password();
		if (email == null || email.isBlank()) {
			log.info("No operator is named in JANGTEO_OPERATOR_EMAIL");
			return;
		}
		if (password == null || password.length() < SHORTEST) {
			throw new UnsafeSettings("'jangteo.operator.password' is missing or too short.",
					"Set JANGTEO_OPERATOR_PASSWORD to %d or more characters.".formatted(SHORTEST));
		}
		ensure(email, password);
	}

	private void ensure(String email, String password) {
		if (this.credentials.isRight(email, password, Role.OPERATOR)) {
			return;
		}
		if (this.credentials.replace(email, this.credentials.hash(password), Role.OPERATOR)) {
			log.info("The operator's password was replaced by the one of the environment");
			return;
		}
		try {
			this.registerMember.register(email, password, Role.OPERATOR, "Operator", null);
			log.info("The operator of the environment was made");
		}
		catch (Problem problem) {
			// Another instance was faster, or a member of another role has the address.
			log.warn("The operator was not made: {}", problem.getBody().getDetail());
		}
	}

}
