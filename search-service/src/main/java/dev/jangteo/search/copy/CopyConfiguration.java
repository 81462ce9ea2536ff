package dev.jangteo.search.copy;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets debts be paid in the background. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CopyConfiguration {

}
