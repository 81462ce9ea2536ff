package dev.jangteo.search.copy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the copy is kept.
 *
 * @param mostOwed changes that the index may owe while it is away, before following stops
 */
@ConfigurationProperties("jangteo.copy")
record CopySettings(@DefaultValue("10000") int mostOwed) {

}
