package dev.jangteo.defaults.web;

import java.util.Arrays;

import dev.jangteo.defaults.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * OpenAPI 3.1 of a service: its name, the token, and the one form of all problems.
 */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnClass(SpringDocUtils.class)
class OpenApiAutoConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Bean
	@ConditionalOnMissingBean
	OpenAPI description(@Value("${spring.application.name:service}") String name) {
		return new OpenAPI().info(new Info().title("Jangteo " + name).version("v1"))
			.components(new Components()
				.addSecuritySchemes("member",
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"))
				.addSchemas("Problem", problem()))
			.addSecurityItem(new SecurityRequirement().addList("member"));
	}

	@Bean
	OpenApiCustomizer problemsEverywhere() {
		var answer = new ApiResponse().description("A problem (RFC 9457)")
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
		return (api) -> {
			if (api.getPaths() != null) {
				api.getPaths()
					.values()
					.forEach((path) -> path.readOperations()
						.forEach((operation) -> operation.getResponses().addApiResponse("default", answer)));
			}
		};
	}

	@Bean
	GlobalOperationCustomizer callersAreNoParameters() {
		return (operation, handler) -> {
			if (operation.getParameters() != null) {
				var callers = Arrays.stream(handler.getMethodParameters())
					.filter((parameter) -> parameter.nestedIfOptional().getNestedParameterType() == Caller.class)
					.map((parameter) -> parameter.getParameter().getName())
					.toList();
				operation.getParameters().removeIf((parameter) -> callers.contains(parameter.getName()));
			}
			return operation;
		};
	}

	private static Schema<?> problem() {
		var error = new ObjectSchema().addProperty("field", new StringSchema())
			.addProperty("message", new StringSchema());
		return new ObjectSchema().addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema().format("uri-reference"))
			.addProperty("reason", new StringSchema())
			.addProperty("errors", new ArraySchema().items(error));
	}

}
