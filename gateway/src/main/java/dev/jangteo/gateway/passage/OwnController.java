package dev.jangteo.gateway.passage;

import java.util.Map;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The gateway's own small pages: where to go from here, and whether it is well.
 */
@RestController
class OwnController {

	private final ApplicationAvailability availability;

	OwnController(ApplicationAvailability availability) {
		this.availability = availability;
	}

	@GetMapping("/")
	Map<String, Object> index() {
		return Map.of("name", "jangteo", "links", Map.of("docs", "/docs", "openapi", "/docs/openapi.json", "shops",
				"/api/v1/shops", "products", "/api/v1/products", "health", "/actuator/health"));
	}

	/** Status only; everything else is on the management port. */
	@GetMapping({ "/actuator/health", "/actuator/health/readiness" })
	ResponseEntity<Map<String, String>> ready() {
		return status(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
	}

	@GetMapping("/actuator/health/liveness")
	ResponseEntity<Map<String, String>> alive() {
		return status(availability.getLivenessState() == LivenessState.CORRECT);
	}

	private static ResponseEntity<Map<String, String>> status(boolean up) {
		return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
			.body(Map.of("status", up ? "UP" : "OUT_OF_SERVICE"));
	}

}
