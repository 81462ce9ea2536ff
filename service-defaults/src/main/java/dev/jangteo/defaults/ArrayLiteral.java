package dev.jangteo.defaults;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * PostgreSQL's array literals, to be cast in the statement: {@code any(?::uuid[])}.
 */
public final class ArrayLiteral {

	private ArrayLiteral() {
	}

	/**
	 * A literal.
	 * @param elements ids or numbers: nothing that would need quoting
	 */
	public static String of(Collection<?> elements) {
		return elements.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
	}

}
