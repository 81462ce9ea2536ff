package dev.jangteo.gateway.passage;

/**
 * The paths that the gateway answers itself beside the route table.
 */
final class OwnPages {

	private OwnPages() {
	}

	static boolean isOwn(String path) {
		return path.equals("/") || path.equals("/docs") || path.startsWith("/docs/") || path.equals("/actuator/health")
				|| path.startsWith("/actuator/health/");
	}

}
