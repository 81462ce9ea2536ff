package dev.jangteo.defaults.web;

import java.lang.annotation.ElementType;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import org.jspecify.annotations.Nullable;

/**
 * Every property can be validated, and every nested value too.
 */
final class EverythingIsThere implements TraversableResolver {

	@Override
	public boolean isReachable(@Nullable Object object, Path.Node property, Class<?> root, Path path,
			ElementType type) {
		return true;
	}

	@Override
	public boolean isCascadable(@Nullable Object object, Path.Node property, Class<?> root, Path path,
			ElementType type) {
		return true;
	}

}
