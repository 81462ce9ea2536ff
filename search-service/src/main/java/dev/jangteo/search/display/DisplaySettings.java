package dev.jangteo.search.display;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the display store is used; where it is, {@code spring.data.redis} says.
 *
 * @param timeout time limit of a read
 * @param writeTimeout time limit of a batch of writes
 * @param places reads under way at once
 */
@ConfigurationProperties("jangteo.display")
public record DisplaySettings(@DefaultValue("300ms") Duration timeout, @DefaultValue("5s") Duration writeTimeout,
		@DefaultValue("256") int places) {

}
