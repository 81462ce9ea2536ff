package dev.jangteo.gateway.docs;

import java.time.Duration;
import java.util.Map;

import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.ProblemException;

/**
 * The browsable page of the public API, and the document behind it.
 */
@RestController
class DocsController {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

	/** Everything the page loads, and nothing else of the class path. */
	private static final Map<String, MediaType> ASSETS = Map.of("swagger-ui.css", MediaType.valueOf("text/css"),
			"swagger-ui-bundle.js", MediaType.valueOf("text/javascript"), "favicon-32x32.png", MediaType.IMAGE_PNG);

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>Jangteo API</title>
			<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
			<link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png">
			</head>
			<body>
			<div id="api"></div>
			<script src="/docs/assets/swagger-ui-bundle.js"></script>
			<script src="/docs/page.js"></script>
			</body>
			</html>
			""";

	private static final String SCRIPT = """
			SwaggerUIBundle({
				url: '/docs/openapi.json',
				dom_id: '#api',
				deepLinking: true,
				filter: true,
				docExpansion: 'none',
				validatorUrl: null
			});
			""";

	private final ApiDocuments documents;

	DocsController(ApiDocuments documents) {
		this.documents = documents;
	}

	@GetMapping({ "/docs", "/docs/" })
	ResponseEntity<String> page() {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", POLICY)
			.contentType(MediaType.TEXT_HTML)
			.cacheControl(CacheControl.noCache())
			.body(PAGE);
	}

	@GetMapping("/docs/page.js")
	ResponseEntity<String> script() {
		return ResponseEntity.ok().contentType(MediaType.valueOf("text/javascript")).body(SCRIPT);
	}

	@GetMapping("/docs/assets/{name}")
	ResponseEntity<Resource> asset(@PathVariable String name) {
		var type = ASSETS.get(name);
		if (type == null) {
			throw new ProblemException(Problem.notFound());
		}
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
			.body(new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + SwaggerUi.VERSION + "/" + name));
	}

	@GetMapping("/docs/openapi.json")
	Mono<ObjectNode> merged() {
		return documents.merged();
	}

	@GetMapping("/docs/{service}.json")
	Mono<ObjectNode> one(@PathVariable String service) {
		return documents.of(service).switchIfEmpty(Mono.error(new ProblemException(Problem.notFound())));
	}

}
