package dev.jangteo.gateway.routing;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One line of the route table.
 *
 * @param paths what is routed, as {@code [METHOD,METHOD ]/path/pattern}
 * @param open which of it needs no access token, in the same form; {@code *} for all
 * @param limits the group of rate limits
 * @param body the largest request body
 * @param within how long the answer may take once the request is sent; for a stream, how
 * long it may be silent
 * @param atOnce how many requests may be under way
 * @param byService the service is named by the request parameter {@code service}
 */
record RouteSettings(@DefaultValue List<String> paths, @DefaultValue List<String> open,
		@DefaultValue("default") String limits, @DefaultValue("1MB") DataSize body, @DefaultValue("5s") Duration within,
		@DefaultValue("256") int atOnce, @DefaultValue("false") boolean byService) {
}
