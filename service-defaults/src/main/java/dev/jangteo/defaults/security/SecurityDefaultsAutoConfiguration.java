package dev.jangteo.defaults.security;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.PublicRoutes;
import dev.jangteo.defaults.Role;
import dev.jangteo.defaults.platform.UnsafeSettings;
import dev.jangteo.defaults.schema.DefaultsSchema;
import dev.jangteo.defaults.web.ProblemWriter;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Two chains: {@code /internal/**} wants a service token, everything else a member's,
 * except public routes, health, metrics and the API's description.
 */
@AutoConfiguration(beforeName = {
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration" },
		afterName = { "dev.jangteo.defaults.schema.SchemaAutoConfiguration",
				"dev.jangteo.defaults.web.WebDefaultsAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
@EnableWebSecurity
class SecurityDefaultsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ServiceSecret serviceSecret(SecuritySettings settings) {
		return new ServiceSecret(settings.serviceSecret());
	}

	@Bean
	@ConditionalOnMissingBean
	JWKSource<SecurityContext> memberKeys(SecuritySettings settings, ObjectProvider<KeysMemory> memory) {
		var uri = settings.jwksUri();
		if (uri == null) {
			throw new UnsafeSettings("'jangteo.security.jwks-uri' is missing.",
					"Set JANGTEO_SECURITY_JWKS_URI to member-service's /.well-known/jwks.json, or run with the profile 'local'.");
		}
		return Decoders.keys(uri, settings.keysRefresh(), settings.keysOutage(), memory.getIfAvailable());
	}

	// Spans and metrics of requests are enough; those of each security filter are dear.
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings noSecurityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	MemberKeysWarmUp memberKeysWarmUp(JWKSource<SecurityContext> keys) {
		return new MemberKeysWarmUp(keys);
	}

	@Bean
	@ConditionalOnMissingBean
	JwtDecoder memberTokens(JWKSource<SecurityContext> keys, SecuritySettings settings) {
		return new RememberedTokens(Decoders.members(keys, settings.issuer()), settings.rememberedTokens(),
				Clock.systemUTC());
	}

	@Bean
	Refusals refusals(ProblemWriter problems) {
		return new Refusals(problems);
	}

	@Bean
	@Order(10)
	SecurityFilterChain internalChain(HttpSecurity http, ServiceSecret secret, Refusals refusals,
			@Value("${spring.application.name}") String name) throws Exception {
		var tokens = new RememberedTokens(Decoders.services(secret, name), 1000, Clock.systemUTC());
		return stateless(http, refusals).securityMatcher("/internal/**")
			.authorizeHttpRequests((routes) -> routes.anyRequest().authenticated())
			.oauth2ResourceServer((server) -> server.bearerTokenResolver(new HeaderTokens())
				.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals)
				.jwt((jwt) -> jwt.decoder(tokens)
					.jwtAuthenticationConverter((token) -> new JwtAuthenticationToken(token, List.of(),
							Objects.requireNonNull(token.getClaimAsString("iss"))))))
			.build();
	}

	@Bean
	@Order(20)
	SecurityFilterChain memberChain(HttpSecurity http, JwtDecoder tokens, Refusals refusals,
			ObjectProvider<PublicRoutes> publicRoutes) throws Exception {
		var open = open(publicRoutes.orderedStream().toList());
		return stateless(http, refusals)
			.authorizeHttpRequests((routes) -> routes
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(open)
				.permitAll()
				.requestMatchers("/actuator/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
				.permitAll()
				.requestMatchers("/api/v1/owner/**")
				.hasRole(Role.OWNER.name())
				.requestMatchers("/api/v1/ops/**")
				.hasRole(Role.OPERATOR.name())
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.bearerTokenResolver(new HeaderTokens())
				.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals)
				.jwt((jwt) -> jwt.decoder(tokens).jwtAuthenticationConverter(CallerAuthentication::of)))
			.build();
	}

	@Bean
	RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
		return (request, response, _) -> problems.write(request, response,
				Problem.invalid("path", "contains what no path of ours contains"));
	}

	@Bean
	WebMvcConfigurer callerArguments() {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallerArguments());
			}
		};
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JdbcTemplate.class)
	@ConditionalOnBean(DefaultsSchema.class)
	static class WithDatabase {

		@Bean
		@ConditionalOnMissingBean
		KeysMemory keysMemory(DataSource database, DefaultsSchema schema) {
			return new JdbcKeysMemory(new JdbcTemplate(database));
		}

	}

	private static HttpSecurity stateless(HttpSecurity http, Refusals refusals) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.headers(Customizer.withDefaults())
			// Nobody has a session, nor asks the servlet for the caller: two filters
			// less.
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.sessionManagement(AbstractHttpConfigurer::disable)
			.servletApi(AbstractHttpConfigurer::disable)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
	}

	private static RequestMatcher open(List<PublicRoutes> beans) {
		var routes = beans.stream().flatMap((bean) -> bean.routes().stream()).toList();
		return (request) -> {
			var path = ServletRequestPathUtils.hasParsedRequestPath(request)
					? ServletRequestPathUtils.getParsedRequestPath(request)
					: ServletRequestPathUtils.parseAndCache(request);
			return routes.stream()
				.anyMatch((route) -> route.matches(request.getMethod(), path.pathWithinApplication()));
		};
	}

}
