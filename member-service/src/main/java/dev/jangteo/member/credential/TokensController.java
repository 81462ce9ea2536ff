package dev.jangteo.member.credential;

import java.util.UUID;

import dev.jangteo.defaults.PublicRoutes;
import dev.jangteo.defaults.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/tokens}.
 */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

	private final LogIn logIn;

	TokensController(LogIn logIn) {
		this.logIn = logIn;
	}

	@PostMapping
	ResponseEntity<TokensRepresentation> logIn(@Valid @RequestBody LoginForm form, HttpServletRequest request) {
		return answer(this.logIn.withPassword(form.email(), form.password(), request.getRemoteAddr()));
	}

	@PostMapping("/refresh")
	ResponseEntity<TokensRepresentation> refresh(@Valid @RequestBody RefreshForm form) {
		return answer(this.logIn.withRefreshToken(form.refreshToken()));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void logOut(@Valid @RequestBody RefreshForm form) {
		this.logIn.out(form.refreshToken());
	}

	private static ResponseEntity<TokensRepresentation> answer(LogIn.Tokens tokens) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new TokensRepresentation(tokens.accessToken(), "Bearer", tokens.accessTokenLife().toSeconds(),
					tokens.refreshToken(), tokens.credential().memberId(), tokens.credential().role()));
	}

	record LoginForm(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 128) String password) {

		// Whoever prints a form prints no secret.
		@Override
		public String toString() {
			return "LoginForm";
		}

	}

	record RefreshForm(@NotBlank @Size(max = 200) String refreshToken) {

		@Override
		public String toString() {
			return "RefreshForm";
		}

	}

	record TokensRepresentation(String accessToken, String tokenType, long expiresIn, String refreshToken,
			UUID memberId, Role role) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		PublicRoutes tokenRoutes() {
			return PublicRoutes.of("POST /api/v1/tokens", "POST /api/v1/tokens/refresh", "DELETE /api/v1/tokens");
		}

	}

}
