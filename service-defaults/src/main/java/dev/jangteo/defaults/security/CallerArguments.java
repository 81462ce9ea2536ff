package dev.jangteo.defaults.security;

import java.util.Optional;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controller methods their {@link Caller}.
 */
class CallerArguments implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		var caller = caller();
		if (parameter.getParameterType() == Optional.class) {
			return caller;
		}
		return caller.orElseThrow(() -> Problem.unauthenticated("Log in first."));
	}

	private static Optional<Caller> caller() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication member)
				? Optional.of(member.getPrincipal()) : Optional.empty();
	}

}
