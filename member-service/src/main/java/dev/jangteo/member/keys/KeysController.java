package dev.jangteo.member.keys;

import java.time.Duration;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.PublicRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Publishes the keys; lets operators rotate them.
 */
@RestController
class KeysController {

	private static final Logger log = LoggerFactory.getLogger(KeysController.class);

	private final SigningKeys keys;

	KeysController(SigningKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/.well-known/jwks.json")
	ResponseEntity<String> published() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.keys.published().toString());
	}

	@PostMapping("/api/v1/ops/keys/rotation")
	@ResponseStatus(HttpStatus.CREATED)
	SigningKeys.Rotation rotate(Caller operator) {
		var rotation = this.keys.rotate();
		log.info("Operator {} rotated the signing keys: {} signs from {}", operator.memberId(), rotation.kid(),
				rotation.activeFrom());
		return rotation;
	}

	/** The keys are for everybody. */
	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		PublicRoutes publishedKeys() {
			return PublicRoutes.of("GET /.well-known/jwks.json");
		}

	}

}
