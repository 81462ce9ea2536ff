package dev.jangteo.order.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * Reads the statements under {@code sql/}.
 */
public final class Statement {

	private Statement() {
	}

	/**
	 * The text of a statement.
	 * @param name the file's name without its ending
	 */
	public static String named(String name) {
		try {
			return new ClassPathResource("sql/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
