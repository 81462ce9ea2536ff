package dev.jangteo.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The page's library as it lies on the class path.
 */
final class SwaggerUi {

	static final String VERSION = version();

	private SwaggerUi() {
	}

	private static String version() {
		try (var in = SwaggerUi.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
			var properties = new Properties();
			properties.load(in);
			return properties.getProperty("version");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
