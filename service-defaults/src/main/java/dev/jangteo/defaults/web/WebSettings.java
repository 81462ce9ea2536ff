package dev.jangteo.defaults.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of {@code jangteo.web}.
 *
 * @param maxBody the largest request body, where no {@code BodyLimit} says otherwise
 */
@ConfigurationProperties("jangteo.web")
record WebSettings(@DefaultValue("1MB") DataSize maxBody) {

}
